package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.engine.SpanEngine;
import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.fixture.AsyncAgent;
import io.sreobservability.aspects.fixture.AsyncAgent.Promise;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A span of asynchronous work ends once, when the work does, and its result is only looked at. */
class AsyncEndTest {
    private static final AttributeKey<Boolean> CANCELLED = AttributeKey.booleanKey("sre.cancelled");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final AsyncAgent agent = new AsyncAgent();
    private final RecordedTelemetry telemetry = RecordedTelemetry.install();
    private long faults;

    @BeforeEach
    void countFaults() {
        faults = SreObservability.selfCounters().faults();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Context.current()).isSameAs(Context.root());
        telemetry.close();
    }

    @Test
    void theSpanEndsWhenTheFutureCompletesAndNotBefore() throws Exception {
        CompletableFuture<Agent.Result> future = new CompletableFuture<>();

        CompletableFuture<Agent.Result> returned = agent.fetch("alice", future);

        assertThat(returned).isSameAs(future);
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(telemetry.spans()).isEmpty();
        Thread completing = new Thread(() -> future.complete(new Agent.Result(false, "", List.of())));
        completing.start();
        completing.join();
        SpanData span = telemetry.onlySpan();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getEndEpochNanos()).isGreaterThan(span.getStartEpochNanos());
        assertThat(telemetry.dimensionSets("ToolExecution")).hasSize(1);
        assertThat(telemetry.metrics()).doesNotContainKey("ComponentError");
    }

    @Test
    void theDurationOfMetricAndSpanIsTheSame() {
        CompletableFuture<Agent.Result> future = new CompletableFuture<>();
        assertThat(agent.fetch("alice", future)).isSameAs(future);
        future.complete(new Agent.Result(false, "", List.of()));

        SpanData span = telemetry.onlySpan();
        double millis = (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6;
        assertThat(telemetry.metrics().get("ToolExecution").getHistogramData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getSum()).isEqualTo(millis));
    }

    @Test
    void aFailureAsTheCompletedValueIsAFailureOfTheSpan() {
        CompletableFuture<Agent.Result> future = new CompletableFuture<>();
        assertThat(agent.fetch("alice", future)).isSameAs(future);
        future.complete(new Agent.Result(true, "Timeout", List.of()));

        assertThat(telemetry.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(telemetry.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("Timeout");
        assertThat(telemetry.dimensionSets("ComponentError")).hasSize(1);
    }

    @Test
    void anAttributeOfTheResultIsReadFromTheCompletedValue() {
        agent.retrieve(CompletableFuture.completedStage(List.of("a", "b")));

        assertThat(telemetry.onlySpan().getAttributes().get(AttributeKey.longKey("memory.results_count")))
                .isEqualTo(2);
    }

    @Test
    void anExceptionIsNamedAndNotItsWrappers() {
        RuntimeException failure = new IllegalStateException("no");
        CompletableFuture<Agent.Result> dependent = CompletableFuture.<Agent.Result>failedFuture(failure)
                .thenApply(value -> value)
                .thenApply(value -> value);

        assertThat(agent.fetch("alice", dependent)).isSameAs(dependent);

        assertThat(telemetry.onlySpan().getAttributes().get(ERROR_TYPE)).isEqualTo("java.lang.IllegalStateException");
        assertThat(telemetry.onlySpan().getEvents()).hasSize(1);
        assertThat(catchThrowable(dependent::join)).hasCause(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void aCancellationReachesTheWorkAndIsNeitherSuccessNorFailure() {
        Promise<String> work = new Promise<>();
        Promise<String> returned = agent.promise(work);

        assertThat(returned.cancel(true)).isTrue();

        assertThat(work.isCancelled()).isTrue();
        assertThatThrownBy(work::join).isExactlyInstanceOf(CancellationException.class);
        assertThat(telemetry.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(telemetry.onlySpan().getAttributes().get(CANCELLED)).isTrue();
        assertThat(telemetry.onlySpan().getAttributes().get(ERROR_TYPE)).isNull();
        assertThat(telemetry.metrics()).containsKey("ToolExecution").doesNotContainKey("ComponentError");
    }

    @Test
    void aResultThatIsNullEndsTheSpanAtReturn() {
        assertThat(agent.promise(null)).isNull();
        assertThat(telemetry.onlySpan().getName()).isEqualTo("tool.promise");
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults);
    }

    @Test
    void aFutureThatManyCallsReturnEndsTheSpanOfEach() {
        CompletableFuture<Agent.Result> shared = new CompletableFuture<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(agent.fetch("alice", shared)).isSameAs(shared);
        }
        assertThat(telemetry.spans()).isEmpty();

        shared.complete(new Agent.Result(false, "", List.of()));

        assertThat(telemetry.spans()).hasSize(1_000);
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults);
    }

    @Test
    void aFutureThatIsCompletedTwiceEndsItsSpanOnce() {
        Promise<String> promise = agent.promise(new Promise<>());
        promise.complete("first");
        promise.complete("second");
        promise.obtrudeValue("third");

        assertThat(telemetry.spans()).hasSize(1);
        assertThat(promise.join()).isEqualTo("third");
    }

    @Test
    void aFutureThatNeverCompletesKeepsNothingOnTheThread() {
        Promise<String> open = agent.promise(new Promise<>());
        agent.promise(new Promise<>()).complete("done");

        assertThat(telemetry.onlySpan().getParentSpanContext().isValid()).isFalse();
        open.complete("late");
        assertThat(telemetry.spans()).hasSize(2);
    }

    @Test
    void aStageThatCanNotBeObservedEndsItsSpanAtReturn() {
        CompletionStage<List<String>> stage = new CompletableFuture<>() {
            @Override
            public CompletableFuture<List<String>> whenComplete(
                    BiConsumer<? super List<String>, ? super Throwable> action) {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(agent.retrieve(stage)).isSameAs(stage);

        assertThat(telemetry.onlySpan().getName()).isEqualTo("memory.retrieve");
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 1);
    }

    @Test
    void aStageThatTellsItsEndTwiceEndsItsSpanOnce() {
        AtomicReference<Throwable> escaped = new AtomicReference<>();
        CompletionStage<List<String>> stage = new CompletableFuture<>() {
            @Override
            public CompletableFuture<List<String>> whenComplete(
                    BiConsumer<? super List<String>, ? super Throwable> action) {
                escaped.set(catchThrowable(() -> {
                    action.accept(List.of("a"), null);
                    action.accept(null, new IllegalStateException());
                }));
                throw new IllegalStateException("and fails on top");
            }
        };

        agent.retrieve(stage);

        assertThat(escaped).hasNullValue();
        assertThat(telemetry.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void aResultAccessorThatThrowsCostsItsAttributeButNeitherSpanNorResult() {
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
        CompletableFuture<List<String>> future = new CompletableFuture<>();
        agent.retrieve(future);

        future.complete(hostile);

        assertThat(future.join() == hostile).isTrue();
        assertThat(telemetry.onlySpan().getAttributes().get(AttributeKey.longKey("memory.results_count")))
                .isNull();
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 1);
    }

    @Test
    void whatIsSwitchedOffMeanwhileStillEnds() {
        Promise<String> open = agent.promise(new Promise<>());
        SreObservability.setEnabled(false);
        open.complete("done");
        SreObservability.setEnabled(true);

        assertThat(telemetry.spans()).hasSize(1);
    }

    @Test
    void theSpanAboveIsTheParentAlthoughItEndsFirst() throws Exception {
        Promise<String> inner = new Promise<>();
        Callable<Promise<String>> work = () -> agent.promise(inner);
        assertThat(new Agent().<Object>investigate("alice", "s", "q", work::call))
                .isSameAs(inner);
        inner.complete("later");

        SpanData above = telemetry.span("supervisor.investigate");
        SpanData below = telemetry.span("tool.promise");
        assertThat(below.getParentSpanId()).isEqualTo(above.getSpanId());
        assertThat(below.getAttributes().get(AttributeKey.stringKey("sre.user_id")))
                .isEqualTo("alice");
    }

    @Test
    void aSpanThatEndsInsideOfAnotherOneTakesAndLeavesNothingThere() throws Exception {
        CompletableFuture<Agent.Result> future = new CompletableFuture<>();
        assertThat(agent.fetch("carol", future)).isSameAs(future);

        new Agent().<Object>investigate("alice", "s", "q", () -> {
            Context inside = Context.current();
            future.complete(new Agent.Result(false, "", List.of()));
            assertThat(Context.current()).isSameAs(inside);
            assertThat(agent.promise(null)).isNull();
            return "done";
        });

        SpanData above = telemetry.span("supervisor.investigate");
        SpanData ended = telemetry.spans().get(0);
        assertThat(ended.getParentSpanContext().isValid()).isFalse();
        assertThat(ended.getAttributes().asMap()).doesNotContainValue("alice");
        assertThat(above.getAttributes().asMap()).doesNotContainValue("carol");
        assertThat(telemetry.span("tool.promise").getParentSpanId()).isEqualTo(above.getSpanId());
    }

    @Test
    void aCompletedValueMayRunMeasuredCallsWhileItIsRead() {
        List<String> busy = new AbstractList<>() {
            @Override
            public String get(int index) {
                return "found";
            }

            @Override
            public int size() {
                agent.promise(new Promise<>()).complete("inside");
                return 3;
            }
        };
        CompletableFuture<List<String>> future = new CompletableFuture<>();
        agent.retrieve(future);

        future.complete(busy);

        assertThat(telemetry.span("memory.retrieve").getAttributes().get(AttributeKey.longKey("memory.results_count")))
                .isEqualTo(3);
        assertThat(telemetry.span("tool.promise").getParentSpanContext().isValid())
                .isFalse();
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults);
    }

    /** Any thread may have overflowed meanwhile; the work that ends here is no call that was lost. */
    @Test
    @SuppressWarnings("NonAtomicVolatileUpdate") // a lost rise does no harm
    void anOverflowElsewhereDoesNotCostAnAsynchronousSpanItsOutcome() {
        List<String> busy = new AbstractList<>() {
            @Override
            public String get(int index) {
                return "found";
            }

            @Override
            public int size() {
                SpanEngine.overflows++;
                agent.promise(new Promise<>()).complete("inside");
                return 3;
            }
        };
        CompletableFuture<List<String>> future = new CompletableFuture<>();
        agent.retrieve(future);
        long stale = SreObservability.selfCounters().staleFrames();

        future.complete(busy);

        assertThat(telemetry.span("memory.retrieve").getAttributes().get(AttributeKey.longKey("memory.results_count")))
                .isEqualTo(3);
        assertThat(telemetry.dimensionSets("MemoryOperation")).hasSize(1);
        assertThat(SreObservability.selfCounters().staleFrames()).isEqualTo(stale);
    }

    @Test
    void anErrorTypeThatWasNoFailureAtTheReturnIsNoneWhenTheResultCompletes() {
        CompletableFuture<String> future = new CompletableFuture<>();
        Spans.tool("get_pods")
                .start()
                .set(StandardAttributes.ERROR_TYPE, "Retry")
                .closeWhenComplete(future);
        future.complete("done");

        assertThat(telemetry.metrics()).containsKey("ToolExecution").doesNotContainKey("ComponentError");
    }

    @Test
    void aFailureToldBeforeTheReturnStillCountsWhenTheResultCompletes() {
        CompletableFuture<String> future = new CompletableFuture<>();
        OpenSpan span = Spans.tool("get_pods").start().error("Refused");
        span.closeWhenComplete(future);
        future.complete("late");

        assertThat(telemetry.onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(telemetry.dimensionSets("ComponentError")).hasSize(1);
    }
}
