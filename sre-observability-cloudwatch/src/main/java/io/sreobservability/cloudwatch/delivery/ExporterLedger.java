package io.sreobservability.cloudwatch.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * The book of one exporter. Once everything is quiet: recorded = delivered + failed + dropped.
 *
 * <p>Safe for use by many threads; writing costs a few nanoseconds and never blocks.
 */
public final class ExporterLedger {

    private final Signal signal;
    private final LongAdder recorded;
    private final LongAdder delivered = new LongAdder();
    private final Map<FailureKind, LongAdder> failed = new EnumMap<>(FailureKind.class);
    private final LongAdder dropped = new LongAdder();
    private final LongAdder possiblyDuplicated = new LongAdder();
    private long lossesTold;

    ExporterLedger(Signal signal, LongAdder recorded) {
        this.signal = signal;
        this.recorded = recorded;
        for (FailureKind kind : FailureKind.values()) {
            failed.put(kind, new LongAdder());
        }
    }

    /** A ledger that belongs to no SDK set-up of ours, for an exporter used on its own. */
    public static ExporterLedger standalone(Signal signal) {
        return new ExporterLedger(signal, new LongAdder());
    }

    public Signal signal() {
        return signal;
    }

    /** Items came into the exporter's reach and wait for delivery. */
    public void recorded(long items) {
        recorded.add(items);
    }

    /** The receiver acknowledged items. */
    public void delivered(long items) {
        delivered.add(items);
    }

    /** Items were sent, or tried to be, without an acknowledgement; why is not known more closely. */
    public void failed(long items) {
        failed(items, FailureKind.OTHER);
    }

    /** Items were sent, or tried to be, without an acknowledgement. */
    public void failed(long items, FailureKind kind) {
        Objects.requireNonNull(failed.get(kind)).add(items);
    }

    /** How many items failed for which reason, reasons that never occurred left out. */
    public Map<FailureKind, Long> failures() {
        Map<FailureKind, Long> counts = new EnumMap<>(FailureKind.class);
        failed.forEach((kind, count) -> {
            if (count.sum() > 0) {
                counts.put(kind, count.sum());
            }
        });
        return counts;
    }

    /** Items were given up without sending: no room, or not sendable. */
    public void dropped(long items) {
        dropped.add(items);
    }

    /** Delivered items that an unclear failure made the client send again: the receiver may count them twice. */
    public void possiblyDuplicated(long items) {
        possiblyDuplicated.add(items);
    }

    /** The numbers now; while items are moving they may be out of step with each other by those on the move. */
    public Balance balance() {
        long arrived = delivered.sum();
        long lost = failed.values().stream().mapToLong(LongAdder::sum).sum();
        long givenUp = dropped.sum();
        long twice = possiblyDuplicated.sum();
        // Last, so that what moves meanwhile looks as if it were waiting, never as if more had been delivered.
        return new Balance(signal, recorded.sum(), arrived, lost, givenUp, twice);
    }

    /**
     * To be called after the SDK's queues were emptied: books as dropped what came when the queue was full. Only if nothing
     * was recorded meanwhile is it known that what still waits never will be delivered.
     *
     * @param before recorded items when the emptying began
     * @return whether every item has its outcome in the books now
     */
    synchronized boolean accountsForAll(long before) {
        Balance now = balance();
        if (now.waiting() <= 0) {
            return true;
        }
        if (now.recorded() != before) {
            return false;
        }
        dropped(now.waiting());
        return true;
    }

    /**
     * What a flush has to answer for: losses not told by an earlier flush, and what still waits.
     *
     * @param accountedFor whether the flush ended with {@link #accountsForAll}; then what waits came later
     */
    synchronized Shortfall settle(boolean accountedFor) {
        Balance now = balance();
        long lost = now.failed() + now.dropped() - lossesTold;
        lossesTold += lost;
        return new Shortfall(signal, lost, accountedFor ? 0 : Math.max(0, now.waiting()));
    }
}
