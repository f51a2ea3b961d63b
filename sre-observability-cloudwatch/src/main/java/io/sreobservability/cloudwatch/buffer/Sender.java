package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.api.impl.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls the exporter on a thread of its own: one that blocks, or throws whatever there is to throw, keeps nobody from moving
 * what waits to the disk.
 */
final class Sender<T> {

    private static final int IDLE_SECONDS = 10;

    private final Exporting<T> exporter;
    private final String name;
    private final ThreadPoolExecutor thread;
    private volatile boolean busy;

    Sender(Exporting<T> exporter, String threadName) {
        this.exporter = exporter;
        this.name = threadName;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::newThread);
        thread.allowCoreThreadTimeOut(true);
    }

    private Thread newThread(Runnable task) {
        Thread created = new Thread(task, name);
        created.setDaemon(true);
        return created;
    }

    /** Whether the exporter has not returned from the last call. */
    boolean isBusy() {
        return busy;
    }

    /** Begins an export; {@code onEnd} is called at its end, on any thread. */
    Attempt send(List<T> items, long nowNanos, Runnable onEnd) {
        Attempt attempt = new Attempt(nowNanos);
        busy = true;
        try {
            thread.execute(() -> {
                // Sending telemetry must not make telemetry.
                InstrumentationUtil.suppressInstrumentation(() -> export(items, attempt, onEnd));
                busy = false;
                onEnd.run();
            });
        } catch (Throwable noThread) {
            busy = false;
            attempt.threw(noThread);
        }
        return attempt;
    }

    private void export(List<T> items, Attempt attempt, Runnable onEnd) {
        try {
            CompletableResultCode result = exporter.export().apply(items);
            result.whenComplete(() -> {
                attempt.ended(result);
                onEnd.run();
            });
        } catch (Throwable thrown) {
            // An Error, too: the next batch may be another matter.
            attempt.threw(thrown);
        }
    }

    /**
     * Ends the exporter; completes when it is done, at once if it cannot be ended. It gets a thread of its own for that: behind an
     * export that blocks it would never be told.
     */
    CompletableResultCode shutdown() {
        CompletableResultCode ended = new CompletableResultCode();
        try {
            newThread(() -> end(ended)).start();
            thread.shutdown();
        } catch (Throwable noThread) {
            ended.succeed();
        }
        return ended;
    }

    private void end(CompletableResultCode ended) {
        try {
            exporter.shutdown().get().whenComplete(ended::succeed);
        } catch (Throwable broken) {
            ended.succeed();
        }
    }

    boolean isAcknowledged() {
        return exporter.isAcknowledged();
    }

    @Override
    public String toString() {
        return exporter.shown();
    }
}
