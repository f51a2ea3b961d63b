package io.sreobservability.local.wire.fault;

import io.sreobservability.local.wire.http.Listener;
import io.sreobservability.local.wire.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong, in the order it was planned: of several faults for the same request the first happens. Safe for use by
 * many threads.
 */
public final class Faults implements AutoCloseable {
    private final Listener listener;
    private final List<PlannedFault> planned = new ArrayList<>();
    private final BlackHole blackHole = new BlackHole();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stand-in-faults");
        thread.setDaemon(true);
        return thread;
    });

    /** No faults; those that refuse connections close {@code listener} for their time. */
    public Faults(Listener listener) {
        this.listener = listener;
    }

    /** From now on. */
    public void plan(Fault fault) {
        PlannedFault entry = new PlannedFault(fault, System.nanoTime());
        synchronized (this) {
            planned.add(entry);
        }
        openOrClose();
        Duration duration = fault.duration();
        if (duration != null) {
            after(duration, () -> end(List.of(entry)));
        }
    }

    /** Everything goes well from now on. Whoever fell into the black hole learns that the connection is gone. */
    public void lift() {
        List<PlannedFault> all;
        synchronized (this) {
            all = List.copyOf(planned);
        }
        end(all);
    }

    private void end(List<PlannedFault> entries) {
        boolean nobodyIsSwallowed;
        synchronized (this) {
            planned.removeAll(entries);
            nobodyIsSwallowed = !isPlanned(FaultKind.BLACK_HOLE);
        }
        if (nobodyIsSwallowed) {
            blackHole.release();
        }
        openOrClose();
    }

    private synchronized boolean isPlanned(FaultKind kind) {
        return planned.stream().anyMatch(entry -> entry.fault().kind() == kind);
    }

    /** Not under the lock of this object: closing waits for a thread that may be asking for the next fault. */
    private void openOrClose() {
        synchronized (listener) {
            if (isPlanned(FaultKind.REFUSE)) {
                listener.goAway();
            } else {
                listener.comeBack();
            }
        }
    }

    /** What is planned, with what is left of it. */
    public synchronized List<PlannedFault.Status> list() {
        long now = System.nanoTime();
        return planned.stream().map(entry -> entry.status(now)).toList();
    }

    /** What happens to a request; null if nothing does. */
    synchronized @Nullable Fault next(Request request) {
        for (PlannedFault entry : planned) {
            if (entry.fault().kind() != FaultKind.REFUSE
                    && entry.fault().target().matches(request)
                    && entry.take()) {
                return entry.fault();
            }
        }
        return null;
    }

    BlackHole blackHole() {
        return blackHole;
    }

    /** Runs something later, on a thread that must not be held up. */
    void after(Duration delay, Runnable action) {
        Future<?> unused = timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        blackHole.release();
    }
}
