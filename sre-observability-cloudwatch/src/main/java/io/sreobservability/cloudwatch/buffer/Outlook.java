package io.sreobservability.cloudwatch.buffer;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the worker has before it, and for how long it may rest therefore. Whatever happens meanwhile wakes it.
 *
 * @param delayNanos the longest rest
 * @param attempt the export that is under way
 * @param isExporterBusy whether the exporter has not returned, perhaps from an export that was given up
 * @param retryNanos when a receiver that failed is tried again
 * @param batchNanos when what waits is sent, however little it is
 * @param closing how the pipeline ends, if it does
 */
record Outlook(
        long delayNanos,
        @Nullable Attempt attempt,
        boolean isExporterBusy,
        OptionalLong retryNanos,
        OptionalLong batchNanos,
        Worker.@Nullable Closing closing) {

    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    long restNanos(long now) {
        long rest = delayNanos;
        if (attempt != null) {
            long slowIn = BufferSettings.SLOW.toNanos() - attempt.ageNanos(now);
            rest = Math.min(rest, slowIn > 0 ? slowIn : rest);
        } else if (!isExporterBusy) {
            // While it is busy nothing can be sent, whatever is due.
            rest = Math.min(rest, nextStartIn(now));
        }
        if (closing != null) {
            long spillIn = closing.spillByNanos() - now;
            rest = Math.min(rest, Math.min(spillIn > 0 ? spillIn : rest, closing.endByNanos() - now));
        }
        return Math.max(SHORTEST_NANOS, rest);
    }

    private long nextStartIn(long now) {
        if (retryNanos.isPresent()) {
            return retryNanos.getAsLong() - now;
        }
        return batchNanos.isPresent() ? batchNanos.getAsLong() - now : Long.MAX_VALUE;
    }
}
