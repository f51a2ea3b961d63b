package io.sreobservability.sreagent.serve;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The investigations that are running: not too many at once, and all of them ended when the service stops. */
final class Turns {
    private final int most;
    private final Set<Thread> running = new HashSet<>();
    private boolean stopping;

    Turns(int most) {
        this.most = most;
    }

    /** A turn that has begun, on the thread that began it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Begins a turn of this thread.
     *
     * @throws Refusal with status 429 if too many are running, 503 if the service stops
     */
    synchronized Turn begin() throws Refusal {
        if (stopping) {
            throw stopped();
        }
        if (running.size() >= most) {
            throw new Refusal(429, most + " investigations are running; try again later");
        }
        running.add(Thread.currentThread());
        return this::end;
    }

    /** What a caller is told while the service stops. */
    static Refusal stopped() {
        return new Refusal(503, "The service is stopping");
    }

    private synchronized void end() {
        running.remove(Thread.currentThread());
        // An interrupt was meant for the investigation; the thread still has to write the answer.
        Thread.interrupted();
        notifyAll();
    }

    synchronized boolean stopping() {
        return stopping;
    }

    synchronized boolean busy() {
        return !running.isEmpty();
    }

    /** Lets no further turn begin, waits for the others, and interrupts those that take longer. */
    synchronized void stop(Duration patience) {
        stopping = true;
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); busy() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.forEach(Thread::interrupt);
    }
}
