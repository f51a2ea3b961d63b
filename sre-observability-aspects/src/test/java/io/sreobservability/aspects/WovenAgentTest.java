package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.fixture.PlainAgent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole run time through its only real door: classes woven by ajc. */
class WovenAgentTest {
    private final Agent agent = new Agent();
    private RecordedTelemetry telemetry;

    @BeforeEach
    void install() {
        telemetry = RecordedTelemetry.install();
    }

    @AfterEach
    void everyThreadIsAsItWasBefore() {
        telemetry.close();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    @Test
    void aCallIsOneSpanWithExactlyTheAttributesOfItsPoint() throws Exception {
        agent.investigate("alice", "session-1", "why is it slow?", () -> "found");

        SpanData span = telemetry.onlySpan();
        assertThat(span.getName()).isEqualTo("supervisor.investigate");
        assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getInstrumentationScopeInfo().getName())
                .isEqualTo("opentelemetry.instrumentation.sre-observability");
        Attributes attributes = span.getAttributes();
        assertThat(attributes.asMap()).hasSize(8);
        assertThat(text(attributes, "sre.user_id")).isEqualTo("alice");
        assertThat(text(attributes, "sre.session_id")).isEqualTo("session-1");
        assertThat(text(attributes, "session.id")).isEqualTo("session-1");
        assertThat(text(attributes, "gen_ai.conversation.id")).isEqualTo("session-1");
        assertThat(text(attributes, "sre.agent_type")).isEqualTo("supervisor");
        assertThat(text(attributes, "gen_ai.operation.name")).isEqualTo("invoke_agent");
        assertThat(text(attributes, "gen_ai.agent.name")).isEqualTo("supervisor");
        assertThat(Instant.parse(text(attributes, "sre.timestamp")).toEpochMilli())
                .isEqualTo(span.getStartEpochNanos() / 1_000_000);
    }

    @Test
    void spansNestAsCallsDoAndInheritWhatIsAboveThem() throws Exception {
        agent.investigate("alice", "session-1", "why?", () -> agent.callTool("get_pods", Map.of()));

        SpanData root = telemetry.span("supervisor.investigate");
        SpanData tool = telemetry.span("tool.get_pods");
        assertThat(tool.getParentSpanId()).isEqualTo(root.getSpanId());
        assertThat(tool.getTraceId()).isEqualTo(root.getTraceId());
        assertThat(text(tool.getAttributes(), "sre.user_id")).isEqualTo("alice");
        assertThat(text(tool.getAttributes(), "session.id")).isEqualTo("session-1");
        assertThat(text(tool.getAttributes(), "sre.tool_name")).isEqualTo("get_pods");
        assertThat(text(tool.getAttributes(), "gen_ai.operation.name")).isEqualTo("execute_tool");
    }

    @Test
    void valuesOfTheResultAreOnTheSpanOfTheCall() {
        agent.retrieve(List.of("a", "b", "c"));
        agent.findings(new Agent.Result(false, "", List.of("a", "b")));
        agent.findings(null);

        assertThat(telemetry.spans())
                .extracting(span -> span.getAttributes().get(AttributeKey.longKey("memory.results_count")))
                .containsExactly(3L, null, null);
        assertThat(telemetry.spans())
                .extracting(span -> span.getAttributes().get(AttributeKey.longKey("sre.tools_invoked")))
                .containsExactly(null, 2L, null);
    }

    @Test
    void theValueOfADescendantWinsOverTheInheritedOne() throws Exception {
        agent.investigate("alice", "s", "why?", () -> {
            agent.remember("bob");
            agent.callTool("get_pods", Map.of());
            return null;
        });

        assertThat(text(telemetry.span("agent.logs.execute").getAttributes(), "sre.user_id"))
                .isEqualTo("bob");
        assertThat(text(telemetry.span("tool.get_pods").getAttributes(), "sre.user_id"))
                .isEqualTo("alice");
    }

    @Test
    void inheritedAttributesCrossThreadsWithTheContext() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            ExecutorService wrapped = Context.taskWrapping(pool);
            agent.investigate(
                    "alice",
                    "session-1",
                    "why?",
                    () -> wrapped.submit(() -> agent.callTool("get_pods", Map.of()))
                            .get());
            assertThat(pool.submit(Context::current).get()).isSameAs(Context.root());
        } finally {
            pool.shutdownNow();
        }

        SpanData root = telemetry.span("supervisor.investigate");
        SpanData tool = telemetry.span("tool.get_pods");
        assertThat(tool.getParentSpanId()).isEqualTo(root.getSpanId());
        assertThat(text(tool.getAttributes(), "sre.user_id")).isEqualTo("alice");
        assertThat(tool.getStartEpochNanos()).isBetween(root.getStartEpochNanos(), root.getEndEpochNanos());
    }

    @Test
    void privateStaticVoidAndPrimitiveMethodsAreSpansLikeAnyOther() {
        assertThat(agent.publicSum(1, 2L)).isEqualTo(3);
        assertThat(Agent.staticHalf(5.0)).isEqualTo(2.5);
        agent.remember("note");

        assertThat(agent.log()).containsExactly("note in span true");
        assertThat(telemetry.span("tool.private_sum.attempt").getAttributes().get(AttributeKey.longKey("sre.attempt")))
                .isEqualTo(2);
        assertThat(text(telemetry.span("memory.store").getAttributes(), "memory.strategy"))
                .isEqualTo("user_preferences");
        assertThat(telemetry.span("agent.logs.execute").hasEnded()).isTrue();
    }

    @Test
    void everyLevelOfARecursionIsASpanBelowTheOneBefore() {
        assertThat(agent.recurse(100)).isEqualTo(100);

        List<SpanData> innermostFirst = telemetry.spans();
        assertThat(innermostFirst).hasSize(101);
        for (int i = 0; i < 100; i++) {
            assertThat(innermostFirst.get(i).getParentSpanId())
                    .isEqualTo(innermostFirst.get(i + 1).getSpanId());
        }
    }

    @Test
    void anExceptionReachesTheCallerAsTheSameObjectAndMarksTheSpan() {
        RuntimeException failure = new IllegalStateException("password=hunter2");

        assertThat(catchThrowable(() -> agent.fail(failure))).isSameAs(failure);

        assertThat(failure.getSuppressed()).isEmpty();
        SpanData span = telemetry.onlySpan();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEmpty();
        assertThat(text(span.getAttributes(), "error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(span.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("exception");
            assertThat(event.getEpochNanos()).isEqualTo(span.getEndEpochNanos());
            assertThat(event.getAttributes())
                    .isEqualTo(
                            Attributes.of(AttributeKey.stringKey("exception.type"), "java.lang.IllegalStateException"));
        });
    }

    @Test
    void theMessageOfAnExceptionLeavesOnlyWithContentAndRedacted() {
        SreObservability.setCaptureContent(true);

        RuntimeException failure = new IllegalStateException("password=hunter2 for bob@example.com");
        assertThat(catchThrowable(() -> agent.fail(failure))).isSameAs(failure);

        assertThat(telemetry
                        .onlySpan()
                        .getEvents()
                        .get(0)
                        .getAttributes()
                        .get(AttributeKey.stringKey("exception.message")))
                .isEqualTo("password=[REDACTED] for [REDACTED]");
    }

    @Test
    void aFailureAsAValueMarksTheSpanWithItsType() {
        agent.callTool("bad_tool", Map.of());

        SpanData span = telemetry.onlySpan();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(text(span.getAttributes(), "error.type")).isEqualTo("Timeout");
        assertThat(span.getEvents()).isEmpty();
    }

    @Test
    void aMessageInPlaceOfAnErrorTypeStaysIn() {
        agent.returns(new Agent.Result(true, "no user alice@example.com", List.of()));

        assertThat(text(telemetry.onlySpan().getAttributes(), "error.type")).isEqualTo("_OTHER");
        assertThat(telemetry.dimensionSets("ComponentError"))
                .containsExactly(Map.of("Component", "tool", "Name", "returns", "ErrorType", "_OTHER"));
    }

    @Test
    void contentStaysInUntilItIsSwitchedOn() throws Exception {
        agent.investigate("alice", "s", "my query", () -> agent.callTool("get_pods", Map.of("namespace", "prod")));
        SreObservability.setCaptureContent(true);
        agent.investigate("alice", "s", "my query", () -> agent.callTool("get_nodes", Map.of("namespace", "prod")));

        Attributes without = telemetry.span("tool.get_pods").getAttributes();
        assertThat(without.asMap().keySet())
                .extracting(AttributeKey::getKey)
                .doesNotContain("sre.query", "sre.tool_params");
        Attributes with = telemetry.span("tool.get_nodes").getAttributes();
        assertThat(text(with, "sre.query")).isEqualTo("my query");
        assertThat(text(with, "sre.tool_params")).isEqualTo("{\"namespace\":\"prod\"}");
    }

    @Test
    void userCodeStandsAtItsOwnStackDepth() {
        assertThat(agent.stackDepth()).isEqualTo(new PlainAgent().stackDepth());
        assertThat(telemetry.onlySpan().getName()).isEqualTo("tool.stack");
    }

    @Test
    void switchedOffNothingIsMadeAndNothingIsCurrent() throws Exception {
        SreObservability.setEnabled(false);

        Context inside = agent.investigate("alice", "s", "q", Context::current);

        assertThat(inside).isSameAs(Context.root());
        assertThat(telemetry.spans()).isEmpty();
        assertThat(telemetry.metrics()).isEmpty();
    }

    @Test
    void aNameOutsideTheGrammarIsNormalisedAndCounted() {
        long before = SreObservability.selfCounters().normalisedNames();

        agent.callTool("GetPods", Map.of());

        assertThat(telemetry.onlySpan().getName()).isEqualTo("tool.get_pods");
        assertThat(text(telemetry.onlySpan().getAttributes(), "sre.tool_name")).isEqualTo("get_pods");
        assertThat(SreObservability.selfCounters().normalisedNames()).isEqualTo(before + 1);
    }

    private static String text(Attributes attributes, String key) {
        return attributes.get(AttributeKey.stringKey(key));
    }
}
