package io.sreobservability.aspects.engine;

import org.jspecify.annotations.Nullable;

/**
 * How far the wall clock is from the clock that never jumps. To ask the wall clock costs as much as a tenth of a span, so the
 * answer counts for a second: a clock that is set shows in the traces that begin after that. One instance per thread; not
 * thread-safe.
 */
final class WallClock {
    static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;

    private @Nullable TimeSource source;
    private long offset;
    private long lookedAt;

    /**
     * What must be added to {@code nanoTime} to have it since 1970-01-01T00:00Z, in nanoseconds.
     *
     * @param nanoTime now
     */
    long offset(TimeSource time, long nanoTime) {
        if (source != time || nanoTime - lookedAt >= NANOS_BETWEEN_LOOKS) {
            offset = time.epochNanos() - nanoTime;
            lookedAt = nanoTime;
            source = time; // last: what breaks off half-way is done again
        }
        return offset;
    }
}
