package io.sreobservability.aspects.engine;

import java.time.Instant;

/** The two clocks a trace needs: one that says when, and one that measures how long and never jumps. */
interface TimeSource {
    /** The machine's clocks. */
    TimeSource SYSTEM = new TimeSource() {
        @Override
        public long epochNanos() {
            Instant now = Instant.now();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    };

    /** Nanoseconds since 1970-01-01T00:00Z. */
    long epochNanos();

    /** Nanoseconds since an arbitrary origin. */
    long nanoTime();
}
