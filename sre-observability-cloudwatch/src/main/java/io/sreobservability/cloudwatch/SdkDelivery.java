package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.sreobservability.cloudwatch.buffer.Pipelines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Drives the SDK's flush and shutdown. Whether anything was delivered is not theirs to say: see {@code DeliveryLedger}. */
final class SdkDelivery {

    private static final long RETRY_MILLIS = 20;

    private SdkDelivery() {}

    /** What a flush came to: whether it ended in time, and if so, whether nothing was left. */
    record Flushed(boolean ended, boolean emptied) {}

    /** Empties all queues. What the receivers made of it is not told here. */
    static Flushed flush(OpenTelemetrySdk sdk, Pipelines pipelines, Deadline deadline) {
        CompletableResultCode queues = CompletableResultCode.ofAll(List.of(
                sdk.getSdkTracerProvider().forceFlush(),
                sdk.getSdkLoggerProvider().forceFlush()));
        boolean metrics = flushMetrics(sdk, deadline);
        queues.join(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        if (queues.isSuccess()) {
            // Somebody else's processor in front of a pipeline knows nothing of what is behind it.
            queues = pipelines.flush().join(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        }
        return new Flushed(queues.isDone() && metrics, queues.isSuccess() && metrics);
    }

    /** The reader refuses to collect while its periodic export is under way: then that one must end first. */
    private static boolean flushMetrics(OpenTelemetrySdk sdk, Deadline deadline) {
        while (true) {
            CompletableResultCode metrics = sdk.getSdkMeterProvider().forceFlush();
            metrics.join(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
            if (metrics.isSuccess() || deadline.isOver() || !pause()) {
                return metrics.isSuccess();
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Empties all queues once more and ends the SDK's threads. Metrics last, because that call blocks. The reader's own shutdown
     * says nothing of a last collection that it could not make, so that is asked for before.
     */
    static Flushed shutdown(OpenTelemetrySdk sdk, Pipelines pipelines, Deadline deadline) {
        CompletableResultCode queues = pipelines.close(Duration.ofNanos(deadline.remainingNanos()));
        CompletableResultCode traces = sdk.getSdkTracerProvider().shutdown();
        CompletableResultCode logs = sdk.getSdkLoggerProvider().shutdown();
        boolean collected = flushMetrics(sdk, deadline);
        CompletableResultCode metrics = sdk.getSdkMeterProvider().shutdown();
        boolean ended = CompletableResultCode.ofAll(List.of(queues, traces, logs, metrics))
                        .join(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
                        .isDone()
                && collected;
        return new Flushed(ended, ended && queues.isSuccess() && metrics.isSuccess());
    }
}
