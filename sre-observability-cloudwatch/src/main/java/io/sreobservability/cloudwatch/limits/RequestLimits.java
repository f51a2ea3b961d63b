package io.sreobservability.cloudwatch.limits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver documents for one request, in bytes of OTLP before compression.
 *
 * @param requestBytes the whole request
 * @param items spans or log records in it
 * @param itemBytes one of them
 * @param envelopeBytes one resource with its scope
 * @param times when items may have happened; null where that does not matter
 */
public record RequestLimits(
        int requestBytes,
        int items,
        int itemBytes,
        int envelopeBytes,
        @Nullable Times times) {

    private static final int KIBIBYTE = 1024;
    private static final int MEBIBYTE = 1024 * KIBIBYTE;
    private static final int AWS_ITEMS = 10_000;
    private static final int AWS_ENVELOPE = 16 * KIBIBYTE;

    /** A request may be on its way for a while, and clocks differ. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final Times AWS_TIMES = new Times(
            Duration.ofDays(14).minus(ON_ITS_WAY), Duration.ofHours(2).minus(ON_ITS_WAY), Duration.ofHours(24));

    /** X-Ray's OTLP endpoint. */
    public static RequestLimits xRay() {
        return new RequestLimits(5 * MEBIBYTE, AWS_ITEMS, 200 * KIBIBYTE, AWS_ENVELOPE, AWS_TIMES);
    }

    /** The OTLP endpoint of CloudWatch Logs. A record must fit into a request. */
    public static RequestLimits cloudWatchLogs() {
        return new RequestLimits(MEBIBYTE, AWS_ITEMS, MEBIBYTE, AWS_ENVELOPE, AWS_TIMES);
    }

    /** A collector, which has none of its own by HTTP but takes messages of at most 4 MiB by gRPC. */
    public static RequestLimits collector() {
        return ofBytes(4 * MEBIBYTE);
    }

    /** Only the size of the whole matters. */
    public static RequestLimits ofBytes(int bytes) {
        return new RequestLimits(bytes, Integer.MAX_VALUE, bytes, bytes, null);
    }

    /**
     * When items may have happened.
     *
     * @param past how long before now
     * @param ahead how long after now
     * @param spread how far the items of one request may lie apart
     */
    public record Times(Duration past, Duration ahead, Duration spread) {}
}
