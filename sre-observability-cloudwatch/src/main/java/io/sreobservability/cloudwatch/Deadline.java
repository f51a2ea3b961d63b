package io.sreobservability.cloudwatch;

import java.time.Duration;

/** A moment by which something should be done; independent of the wall clock. */
record Deadline(long nanoTime) {

    private static final Duration LONGEST = Duration.ofDays(365);

    static Deadline in(Duration budget) {
        Duration bounded = budget.isNegative() ? Duration.ZERO : budget.compareTo(LONGEST) > 0 ? LONGEST : budget;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    long remainingNanos() {
        return Math.max(0, nanoTime - System.nanoTime());
    }

    boolean isOver() {
        return remainingNanos() == 0;
    }
}
