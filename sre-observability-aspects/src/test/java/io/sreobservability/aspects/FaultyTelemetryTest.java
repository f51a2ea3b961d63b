package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.standard.StandardAttributes;
import io.sreobservability.aspects.transparency.run.FaultyOpenTelemetry;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails inside telemetry, the program is the same: results, exceptions, context. */
class FaultyTelemetryTest {
    private final Agent agent = new Agent();

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        assertThat(Context.current()).isSameAs(Context.root());
        try (RecordedTelemetry healthy = RecordedTelemetry.install()) {
            agent.callTool("get_pods", Map.of());
            assertThat(healthy.onlySpan().getParentSpanContext().isValid()).isFalse();
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        "spanBuilder",
                        "setParent",
                        "setSpanKind",
                        "setStartTimestamp",
                        "setAttribute",
                        "startSpan",
                        "setStatus",
                        "addEvent",
                        "end",
                        "histogramBuilder",
                        "counterBuilder",
                        "build",
                        "record",
                        "add")
                .flatMap(method -> Stream.<Throwable>of(
                                new IllegalStateException("from telemetry"),
                                new StackOverflowError(),
                                new NoClassDefFoundError("io/opentelemetry/Missing"))
                        .map(thrown -> Arguments.of(method, thrown)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFailureInsideOpenTelemetryNeverReachesTheProgram(String method, Throwable thrown) throws Exception {
        long faults = SreObservability.selfCounters().faults();
        SreObservability.install(FaultyOpenTelemetry.failingAt(method, thrown));
        RuntimeException failure = new IllegalStateException("from the program");

        assertThat(agent.<Integer>investigate("alice", "s", "q", () -> agent.publicSum(1, 2)))
                .isEqualTo(3);
        assertThat(agent.callTool("bad_tool", Map.of("a", 1)).findings()).containsExactly("a", "b");
        assertThat(agent.callTool("get_pods", Map.of()).isError()).isFalse();
        assertThat(Agent.staticHalf(3)).isEqualTo(1.5);
        assertThat(agent.recurse(20)).isEqualTo(20);
        assertThat(catchThrowable(() -> agent.fail(failure))).isSameAs(failure);
        assertThat(byHand(failure)).isSameAs(failure);

        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(SreObservability.selfCounters().faults()).isGreaterThan(faults);
    }

    /** A failure inside a call by hand, after two calls that go well. */
    private static Throwable byHand(RuntimeException failure) throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<String> future = CompletableFuture.completedFuture("done");
        assertThat(Spans.tool("get_pods").call(runs::incrementAndGet)).isEqualTo(1);
        assertThat(Spans.tool("get_pods").callAsync(() -> future)).isSameAs(future);
        return catchThrowable(() -> Spans.tool("get_pods").callWith(span -> {
            span.set(StandardAttributes.SRE_USER_ID, "alice");
            throw failure;
        }));
    }

    @Test
    void anOpenTelemetryThatCanNotBeInstalledLeavesTheFormerOne() {
        try (RecordedTelemetry healthy = RecordedTelemetry.install()) {
            SreObservability.install(FaultyOpenTelemetry.failingAt("getTracer", new IllegalStateException()));
            agent.callTool("get_pods", Map.of());
            assertThat(healthy.spans()).hasSize(1);
        }
    }

    @Test
    void aParameterAccessorThatThrowsCostsItsAttributeButNotTheSpan() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            long faults = SreObservability.selfCounters().faults();

            assertThat(agent.readsRequest(() -> {
                        throw new AssertionError("accessor");
                    }))
                    .isEqualTo("done");

            assertThat(telemetry.onlySpan().getAttributes().asMap().keySet())
                    .extracting(AttributeKey::getKey)
                    .containsExactlyInAnyOrder(
                            "sre.agent_type", "gen_ai.operation.name", "gen_ai.agent.name", "sre.timestamp");
            assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 1);
        }
    }

    @Test
    void aResultAccessorThatThrowsCostsItsAttributeButNotTheSpan() {
        List<String> hostile = new AbstractList<>() {
            @Override
            public String get(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public int size() {
                throw new IllegalStateException("accessor");
            }
        };
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            assertThat(agent.retrieve(hostile) == hostile).isTrue();

            assertThat(Context.current()).isSameAs(Context.root());
            assertThat(telemetry.onlySpan().getName()).isEqualTo("memory.retrieve");
        }
    }

    @Test
    void accessorsThatThrowCostTheirOwnValuesAloneAndNotTheFailure() {
        Agent.Request request = () -> {
            throw new AssertionError("user");
        };
        Agent.Outcome outcome = new Agent.Outcome() {
            @Override
            public int count() {
                throw new AssertionError("count");
            }

            @Override
            public boolean isError() {
                return true;
            }

            @Override
            public String errorType() {
                throw new AssertionError("type");
            }
        };
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            long faults = SreObservability.selfCounters().faults();

            assertThat(agent.readsAll(request, "session-1", outcome)).isSameAs(outcome);

            SpanData span = telemetry.span("agent.runbooks.execute");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("_OTHER");
            assertThat(span.getAttributes().get(AttributeKey.stringKey("sre.session_id")))
                    .isEqualTo("session-1");
            assertThat(telemetry.span("tool.inside").getAttributes().get(AttributeKey.stringKey("sre.session_id")))
                    .isEqualTo("session-1");
            assertThat(telemetry.dimensionSets("ComponentError")).hasSize(1);
            assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 3);
        }
    }

    @Test
    void aSpanByHandSwallowsWhatItsSettersRunInto() {
        SreObservability.install(FaultyOpenTelemetry.failingAt("setAttribute", new IllegalStateException()));
        try (OpenSpan span = Spans.memory("retrieve", "user_preferences").start()) {
            assertThat(catchThrowable(() -> span.set(StandardAttributes.MEMORY_CACHE_HIT, true)
                            .set(StandardAttributes.MEMORY_RESULTS_COUNT, 3)
                            .set(StandardAttributes.SRE_USER_ID, "alice")
                            .setJson(StandardAttributes.SRE_TOOL_PARAMS, Map.of("a", 1))
                            .error("timeout")
                            .fail(new IllegalStateException())))
                    .isNull();
        }
        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void aThreadLetsGoOfSpansThatNobodyClosedAndNobodyHas() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            for (int i = 0; i < 100; i++) {
                Spans.tool("forgotten").start().set(StandardAttributes.SRE_USER_ID, "alice");
            }
            assertThat(Context.current()).isNotSameAs(Context.root());

            for (int i = 0; i < 100 && Context.current() != Context.root(); i++) {
                System.gc();
                agent.callTool("get_pods", Map.of());
            }

            assertThat(Context.current()).isSameAs(Context.root());
            assertThat(telemetry.spans()).noneMatch(span -> span.getName().equals("tool.forgotten"));
        }
    }

    @Test
    void anAccessorMayItselfBeWoven() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            agent.readsRequest(() -> agent.callTool("get_user", Map.of()).errorType() + "carol");

            assertThat(telemetry.span("tool.get_user").getParentSpanContext().isValid())
                    .isFalse();
            assertThat(telemetry
                            .span("agent.metrics.execute")
                            .getAttributes()
                            .asMap()
                            .values())
                    .contains("carol");
        }
    }

    @Test
    void aMessageThatCanNotBeHadIsLeftOutOfTheEvent() {
        RuntimeException silent = new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }
        };
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            SreObservability.setCaptureContent(true);

            boolean same = false;
            try {
                agent.fail(silent);
            } catch (RuntimeException e) {
                same = e == silent;
            }

            assertThat(same).isTrue();
            assertThat(telemetry.onlySpan().getEvents().get(0).getAttributes().size())
                    .isEqualTo(1);
        }
    }

    /** Stacks of many sizes, so that they overflow at many different places of the engine. */
    @Test
    void aRecursionWithoutEndOverflowsAsEverAndLeavesNothingOnItsThread() throws Exception {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install(Sampler.alwaysOff())) {
            for (int size = 0; size < 12; size++) {
                List<Object> seen = new ArrayList<>();
                Thread thread = new Thread(
                        null,
                        () -> {
                            seen.add(catchThrowable(() -> agent.recurse(Integer.MAX_VALUE)));
                            seen.add(recurseToLeaf());
                            seen.add(agent.callTool("get_pods", Map.of()));
                            seen.add(Context.current());
                        },
                        "small stack",
                        256 * 1024 + size * 1331);
                thread.start();
                thread.join();

                assertThat(seen).hasSize(4);
                assertThat(seen.get(0)).isExactlyInstanceOf(StackOverflowError.class);
                assertThat((Integer) seen.get(1)).isGreaterThan(5);
                assertThat(seen.get(3)).isSameAs(Context.root());
            }
            assertThat(telemetry.spans()).isEmpty();
        }
    }

    /**
     * Not woven itself: the woven method is entered at the very end of the stack with no woven one around it, and again
     * with a little more room each time, until it has enough.
     */
    @SuppressWarnings("InfiniteRecursion") // the end of the stack is its end
    private int recurseToLeaf() {
        try {
            return 1 + recurseToLeaf();
        } catch (StackOverflowError nearTheEnd) {
            return agent.recurse(5);
        }
    }
}
