package io.sreobservability.testing.recording;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How long to wait for what another thread is about to record: the span of an asynchronous method ends a moment after its
 * future has completed.
 *
 * @param longest the time after which what is not there counts as missing
 */
public record Patience(Duration longest) {
    private static final long STEP_NANOS = 1_000_000;

    /** Waits until the condition holds, at most as long as this patience lasts. */
    public void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(STEP_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                return; // the flag is the test's: it stays set
            }
        }
    }
}
