package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one kind of items to one exporter: from {@link #put}, which never waits and never throws, to the receiver's
 * acknowledgement. Safe for use by many threads.
 */
public final class Pipeline<T> {

    private static final long LONGEST_RESERVE_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_END_NANOS = Duration.ofMillis(50).toNanos();
    private static final int SHARE_FOR_END = 10;

    private final BufferSettings settings;
    private final ExporterLedger ledger;
    private final Inbox<T> inbox;
    private final Worker<T> worker;
    private final Sender<T> sender;
    private final CompletableResultCode lastFlush = new CompletableResultCode();
    private final CompletableResultCode closed = new CompletableResultCode();
    private final Runnable onEnd;
    private boolean closing;

    /**
     * A pipeline that runs.
     *
     * @param place where it keeps what it cannot deliver; null for memory only
     * @param onEnd called when it has no more to do with that place
     */
    Pipeline(
            ItemRules<T> rules,
            Exporting<T> exporter,
            BufferSettings settings,
            @Nullable DiskPlace place,
            ExporterLedger ledger,
            EndpointHealth health,
            Runnable onEnd) {
        this.onEnd = onEnd;
        this.settings = settings;
        this.ledger = ledger;
        String name = "sre-observability-" + ledger.signal().name().toLowerCase(Locale.ROOT);
        this.inbox = new Inbox<>(rules, settings, ledger);
        this.sender = new Sender<>(exporter, name + "-export");
        Disk<T> disk = place == null ? null : new Disk<>(place, rules.codec(), ledger);
        Backlog<T> backlog = new Backlog<>(rules, inbox, ledger, disk, settings.batchItems());
        this.worker = new Worker<>(settings, inbox, backlog, sender, ledger, health);
        ledger.heldBy(worker::holdings);
        Thread thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        worker.run();
        onEnd.run();
        sender.shutdown().whenComplete(() -> {
            if (lastFlush.isSuccess()) {
                closed.succeed();
            } else {
                closed.fail();
            }
        });
    }

    /** Takes an item that {@code snapshot} makes, or books its loss. */
    void put(Supplier<T> snapshot) {
        try {
            if (inbox.put(snapshot.get())) {
                worker.wake();
            }
        } catch (Throwable mistake) {
            // Nothing of ours may reach the program.
            ledger.lost(1, FailureKind.OTHER);
        }
    }

    /** Succeeds when all that was put in before is acknowledged; fails when it is known that it is not. */
    public CompletableResultCode flush() {
        CompletableResultCode result = new CompletableResultCode();
        worker.request(new FlushRequest(result));
        return result;
    }

    /** Ends the pipeline within the budget of its settings. */
    public CompletableResultCode close() {
        return close(settings.shutdownBudget());
    }

    /**
     * Ends the pipeline: delivers what it can within the budget, and leaves the rest on the disk, or books its loss where
     * there is none. Only the first call counts.
     *
     * @return succeeds when all was acknowledged, fails otherwise
     */
    public synchronized CompletableResultCode close(Duration budget) {
        if (!closing) {
            closing = true;
            long nanos = Math.max(0, budget.toNanos());
            long end = System.nanoTime() + nanos - Math.min(nanos / SHARE_FOR_END, LONGEST_END_NANOS);
            long spill = System.nanoTime() + nanos - Math.min(nanos / 2, LONGEST_RESERVE_NANOS);
            worker.close(new Worker.Closing(new FlushRequest(lastFlush), spill, end));
        }
        return closed;
    }

    @Override
    public String toString() {
        return "Pipeline{" + sender + "}";
    }
}
