package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Drives the SDK's flush and shutdown. Whether anything was delivered is not theirs to say: see {@code DeliveryLedger}. */
final class SdkDelivery {

    private static final long RETRY_MILLIS = 20;

    private SdkDelivery() {}

    /** Empties all queues; true when that came to an end in time, whatever the exporters made of it. */
    static boolean flush(OpenTelemetrySdk sdk, Deadline deadline) {
        CompletableResultCode queues = CompletableResultCode.ofAll(List.of(
                sdk.getSdkTracerProvider().forceFlush(),
                sdk.getSdkLoggerProvider().forceFlush()));
        boolean metrics = flushMetrics(sdk, deadline);
        return queues.join(deadline.remainingNanos(), TimeUnit.NANOSECONDS).isDone() && metrics;
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

    /** Empties all queues once more and ends the SDK's threads. Metrics last, because that call blocks. */
    static boolean shutdown(OpenTelemetrySdk sdk, Deadline deadline) {
        CompletableResultCode traces = sdk.getSdkTracerProvider().shutdown();
        CompletableResultCode logs = sdk.getSdkLoggerProvider().shutdown();
        CompletableResultCode metrics = sdk.getSdkMeterProvider().shutdown();
        return CompletableResultCode.ofAll(List.of(traces, logs, metrics))
                .join(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
                .isDone();
    }
}
