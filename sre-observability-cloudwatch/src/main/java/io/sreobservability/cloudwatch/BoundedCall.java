package io.sreobservability.cloudwatch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs something that may hang, for no longer than a budget. It goes on by itself afterwards, on a daemon thread that
 * does not keep the program alive.
 */
final class BoundedCall {

    /** The work; told by when it should be done, so that it can divide its time. */
    interface Work<R> {
        R run(Deadline deadline);
    }

    private BoundedCall() {}

    /**
     * What the work returns; {@code otherwise} if it does not come to its end in time, or fails. The caller's interrupt flag
     * stays as it is.
     */
    static <R> R run(String threadName, Duration budget, Work<R> work, R otherwise) {
        Deadline deadline = Deadline.in(budget);
        FutureTask<R> task = new FutureTask<>(() -> work.run(deadline));
        Thread thread = new Thread(task, threadName);
        thread.setDaemon(true);
        thread.start();
        return await(task, deadline, otherwise);
    }

    private static <R> R await(FutureTask<R> task, Deadline deadline, R otherwise) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // The budget bounds the wait anyhow; giving up here would lose telemetry for nothing.
                    interrupted = true;
                } catch (ExecutionException | TimeoutException e) {
                    return otherwise;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
