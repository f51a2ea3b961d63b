package io.sreobservability.sreagent.agent;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Runs work on another thread and gives up on it when it is late. The executor must carry the trace context over. */
record TimeLimit(ExecutorService executor) {

    /**
     * Runs the work and waits for it until the deadline; work that takes longer is interrupted.
     *
     * @throws TimeoutException if it took too long
     * @throws Exception whatever the work threw
     */
    <T> T call(Deadline deadline, Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Future<?> running = executor.submit(() -> complete(done, work));
        try {
            // Whichever is first: the work's end, or the deadline's.
            CompletableFuture.anyOf(done, deadline.passed()).get();
            return done.getNow(null);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            running.cancel(true);
            deadline.passed().cancel(false);
        }
    }

    private static <T> void complete(CompletableFuture<T> done, Callable<T> work) {
        try {
            done.complete(work.call());
        } catch (Exception | Error e) {
            done.completeExceptionally(e);
        }
    }
}
