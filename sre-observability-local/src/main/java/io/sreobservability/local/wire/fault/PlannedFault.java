package io.sreobservability.local.wire.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A fault under way. Used under the lock of {@link Faults}. */
public final class PlannedFault {
    private final Fault fault;
    private final long plannedNanos;
    private long happened;

    PlannedFault(Fault fault, long nowNanos) {
        this.fault = fault;
        this.plannedNanos = nowNanos;
    }

    Fault fault() {
        return fault;
    }

    /** Happens once more, unless it has happened often enough. */
    boolean take() {
        Integer times = fault.times();
        if (times != null && happened >= times) {
            return false;
        }
        happened++;
        return true;
    }

    Status status(long nowNanos) {
        Integer times = fault.times();
        Duration duration = fault.duration();
        return new Status(
                fault,
                happened,
                times == null ? null : times - happened,
                duration == null ? null : duration.minusNanos(nowNanos - plannedNanos));
    }

    /**
     * How a fault stands.
     *
     * @param happened to how many requests so far
     * @param timesLeft null for any number
     * @param timeLeft null for ever
     */
    public record Status(
            Fault fault,
            long happened,
            @Nullable Long timesLeft,
            @Nullable Duration timeLeft) {}
}
