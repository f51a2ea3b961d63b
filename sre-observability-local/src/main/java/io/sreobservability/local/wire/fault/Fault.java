package io.sreobservability.local.wire.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that shall go wrong, until it has happened so often or for so long, or until it is lifted.
 *
 * @param times how many requests it happens to; null for any number
 * @param duration how long from its planning on; null for ever
 * @param retryAfter what an answer of status 429 asks to wait; null if it does not
 * @param every which items of a request are rejected in part: every so many-th
 */
public record Fault(
        FaultKind kind,
        FaultTarget target,
        @Nullable Integer times,
        @Nullable Duration duration,
        @Nullable Duration retryAfter,
        int every) {
    private static final int EVERY_SECOND = 2;

    /** For all requests, until it is lifted. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, FaultTarget.ALL, null, null, null, EVERY_SECOND);
    }

    public Fault at(FaultTarget newTarget) {
        return new Fault(kind, newTarget, times, duration, retryAfter, every);
    }

    public Fault times(int newTimes) {
        return new Fault(kind, target, newTimes, duration, retryAfter, every);
    }

    public Fault lasting(Duration newDuration) {
        return new Fault(kind, target, times, newDuration, retryAfter, every);
    }

    public Fault askingToWait(Duration newRetryAfter) {
        return new Fault(kind, target, times, duration, newRetryAfter, every);
    }

    public Fault rejectingEvery(int items) {
        return new Fault(kind, target, times, duration, retryAfter, items);
    }
}
