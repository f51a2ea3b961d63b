package io.sreobservability.cloudwatch.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * The book of one exporter. Once everything is quiet: recorded + recovered = delivered + unconfirmed + failed + dropped +
 * waiting.
 *
 * <p>Safe for use by many threads; writing costs a few nanoseconds and never blocks.
 */
public final class ExporterLedger {

    private final Signal signal;
    private final LongAdder recorded;
    private final LongAdder recovered = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder unconfirmed = new LongAdder();
    private final Map<FailureKind, LongAdder> losses = new EnumMap<>(FailureKind.class);
    private final LongAdder possiblyDuplicated = new LongAdder();
    private volatile Supplier<Holdings> holder = () -> Holdings.NONE;
    private long lossesTold;

    ExporterLedger(Signal signal, LongAdder recorded) {
        this.signal = signal;
        this.recorded = recorded;
        for (FailureKind kind : FailureKind.values()) {
            losses.put(kind, new LongAdder());
        }
    }

    /** A ledger that belongs to no SDK set-up of ours, for an exporter used on its own. */
    public static ExporterLedger standalone(Signal signal) {
        return new ExporterLedger(signal, new LongAdder());
    }

    public Signal signal() {
        return signal;
    }

    /** From now on {@code holder} is asked for what waits. */
    public void heldBy(Supplier<Holdings> holder) {
        this.holder = holder;
    }

    /** Items came into the exporter's reach and wait for delivery. */
    public void recorded(long items) {
        recorded.add(items);
    }

    /** Items that an earlier process left on the disk wait for delivery. */
    public void recovered(long items) {
        recovered.add(items);
    }

    /** The receiver acknowledged items. */
    public void delivered(long items) {
        delivered.add(items);
    }

    /** Items were sent on a way on which nothing is acknowledged. */
    public void unconfirmed(long items) {
        unconfirmed.add(items);
    }

    /** Items were sent, or tried to be, without an acknowledgement; why is not known more closely. */
    public void failed(long items) {
        lost(items, FailureKind.OTHER);
    }

    /** Items were sent, or tried to be, without an acknowledgement. */
    public void failed(long items, FailureKind kind) {
        lost(items, kind);
    }

    /** Items were given up without sending: not sendable. */
    public void dropped(long items) {
        lost(items, FailureKind.UNSENDABLE);
    }

    /** Items were given up, for this reason. */
    public void lost(long items, FailureKind kind) {
        Objects.requireNonNull(losses.get(kind)).add(items);
    }

    /** How many items were lost for which reason, reasons that never occurred left out. */
    public Map<FailureKind, Long> failures() {
        Map<FailureKind, Long> counts = new EnumMap<>(FailureKind.class);
        losses.forEach((kind, count) -> {
            if (count.sum() > 0) {
                counts.put(kind, count.sum());
            }
        });
        return counts;
    }

    /** Items lost since the start, for whatever reason. */
    public long losses() {
        return losses.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Delivered items that an unclear failure made the client send again: the receiver may count them twice. */
    public void possiblyDuplicated(long items) {
        possiblyDuplicated.add(items);
    }

    /** The numbers now; while items are moving they may be out of step with each other by those on the move. */
    public Balance balance() {
        long arrived = delivered.sum();
        long sent = unconfirmed.sum();
        long failed = 0;
        long dropped = 0;
        for (Map.Entry<FailureKind, Long> loss : failures().entrySet()) {
            if (loss.getKey().tried()) {
                failed += loss.getValue();
            } else {
                dropped += loss.getValue();
            }
        }
        return new Balance(
                signal,
                recorded.sum(),
                recovered.sum(),
                arrived,
                sent,
                failed,
                dropped,
                holder.get(),
                possiblyDuplicated.sum());
    }

    /** Of so many losses flushes have told. */
    synchronized long lossesTold() {
        return lossesTold;
    }

    /**
     * What a flush has to answer for: losses that were not told when it began, and what still waits.
     *
     * @param toldBefore {@link #lossesTold} when the flush began
     * @param emptied whether everything that had been recorded then has its outcome; then what waits came later
     */
    synchronized Shortfall settle(long toldBefore, boolean emptied) {
        Balance now = balance();
        long losses = now.failed() + now.dropped();
        long lost = losses - toldBefore;
        lossesTold = Math.max(lossesTold, losses);
        long waiting = emptied ? 0 : Math.max(0, now.missing() + now.waiting().sum());
        return new Shortfall(signal, lost, waiting, emptied ? 0 : now.waiting().onDisk());
    }
}
