package io.sreobservability.sreagent.agent;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on another thread and gives up on it after a while. The executor must carry the trace context over. */
record TimeLimit(ExecutorService executor, Duration limit) {

    /**
     * Runs the work and waits for it at most the limit; work that takes longer is interrupted.
     *
     * @throws TimeoutException if it took too long
     * @throws Exception whatever the work threw
     */
    <T> T call(Callable<T> work) throws Exception {
        Future<T> future = executor.submit(work);
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            future.cancel(true);
        }
    }
}
