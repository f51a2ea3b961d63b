package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that is measured by hand does what it does without, once, on its thread. */
class SpanCallTest {
    private final RecordedTelemetry telemetry = RecordedTelemetry.install();

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Context.current()).isSameAs(Context.root());
        telemetry.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resultsAndExceptionsAreTheVerySame(boolean enabled) throws Exception {
        SreObservability.setEnabled(enabled);
        Object result = new Object();
        IOException failure = new IOException("gone");
        AtomicInteger runs = new AtomicInteger();

        assertThat(Spans.tool("get_pods").<Object>call(() -> {
                    runs.incrementAndGet();
                    return result;
                }))
                .isSameAs(result);
        assertThat(catchThrowable(() -> Spans.tool("get_pods").callWith(span -> fail(failure))))
                .isSameAs(failure);
        assertThat(Spans.tool("get_pods").<Object>call(() -> null)).isNull();

        assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
        assertThat(runs).hasValue(1);
        assertThat(telemetry.spans()).hasSize(enabled ? 3 : 0);
    }

    private static Object fail(IOException failure) throws IOException {
        throw failure;
    }

    @Test
    void aCheckedExceptionKeepsItsTypeForTheCompiler() {
        assertThat(catchThrowable(SpanCallTest::throwsOnlyWhatTheWorkThrows)).isExactlyInstanceOf(IOException.class);
    }

    private static void throwsOnlyWhatTheWorkThrows() throws IOException {
        Spans.tool("get_pods").callWith(span -> fail(new IOException()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStageIsReturnedAsItIs(boolean enabled) {
        SreObservability.setEnabled(enabled);
        CompletableFuture<String> future = new CompletableFuture<>();

        CompletableFuture<String> returned = Spans.tool("get_pods").callAsync(() -> future);

        assertThat(returned).isSameAs(future);
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(telemetry.spans()).isEmpty();
        future.complete("pods");
        assertThat(telemetry.spans()).hasSize(enabled ? 1 : 0);
        assertThat(Spans.tool("get_nodes").<CompletionStage<String>>callAsync(() -> null))
                .isNull();
    }

    @Test
    void aMomentThatHasYetToComeIsNow() {
        Spans.tool("get_pods")
                .startedAt(System.nanoTime() + TimeUnit.DAYS.toNanos(1))
                .run(() -> {});

        SpanData span = telemetry.onlySpan();
        long nanos = span.getEndEpochNanos() - span.getStartEpochNanos();
        assertThat(nanos).isNotNegative();
        assertThat(telemetry.metrics().get("ToolExecution").getHistogramData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getSum()).isEqualTo(nanos / 1e6));
    }

    @Test
    void anInterruptIsAsItWas() {
        Spans.tool("get_pods").run(Thread.currentThread()::interrupt);
        assertThat(Thread.interrupted()).isTrue();
        Spans.tool("get_pods").run(() -> {});
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Stacks of many sizes, so that they overflow at many different places. */
    @Test
    void aRecursionWithoutEndOverflowsAsEverAndLeavesNothingOnItsThread() throws Exception {
        try (RecordedTelemetry unsampled = RecordedTelemetry.install(Sampler.alwaysOff())) {
            for (int size = 0; size < 12; size++) {
                List<Object> seen = new ArrayList<>();
                Thread thread = new Thread(
                        null,
                        () -> {
                            seen.add(catchThrowable(() -> Spans.agent("logs").run(this::recurse)));
                            seen.add(Context.current());
                        },
                        "small stack",
                        256 * 1024 + size * 1331);
                thread.start();
                thread.join();

                assertThat(seen).hasSize(2);
                assertThat(seen.get(0)).isExactlyInstanceOf(StackOverflowError.class);
                assertThat(seen.get(1)).isSameAs(Context.root());
            }
            assertThat(unsampled.spans()).isEmpty();
        }
    }

    @SuppressWarnings("InfiniteRecursion") // the end of the stack is its end
    private void recurse() {
        Spans.tool("recurse").run(this::recurse);
    }
}
