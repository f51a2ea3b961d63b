package io.sreobservability.cloudwatch.delivery;

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
    private final LongAdder failed = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder possiblyDuplicated = new LongAdder();
    private long lossesTold;

    ExporterLedger(Signal signal, LongAdder recorded) {
        this.signal = signal;
        this.recorded = recorded;
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

    /** Items were sent, or tried to be, without an acknowledgement. */
    public void failed(long items) {
        failed.add(items);
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
        return new Balance(
                signal, recorded.sum(), delivered.sum(), failed.sum(), dropped.sum(), possiblyDuplicated.sum());
    }

    /**
     * What a flush has to answer for: losses not told by an earlier flush, and what was recorded before it and still waits.
     *
     * @param before recorded items when the flush began
     * @param drained whether the SDK's queues were emptied; what then still waits never will be delivered (the queue was
     *     full when it came) and is booked as dropped
     */
    synchronized Shortfall settle(long before, boolean drained) {
        Balance now = balance();
        long waiting = Math.max(0, before - now.delivered() - now.failed() - now.dropped());
        if (drained && waiting > 0) {
            dropped(waiting);
            waiting = 0;
            now = balance();
        }
        long lost = now.failed() + now.dropped() - lossesTold;
        lossesTold += lost;
        return new Shortfall(signal, lost, waiting);
    }
}
