package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The door from the program's threads to the worker. Letting an item in takes no lock and does no I/O.
 *
 * <p>It keeps the count of everything in memory, here and behind the door, and lets nothing in beyond the bounds. A part is
 * reserved for precious items, and half of it for others that are not among the first to be given up: for these the worker makes
 * room.
 */
final class Inbox<T> {

    private static final int SHARE_FOR_PRECIOUS = 8;
    private static final int SHARE_FOR_INNER = 16;

    private final ItemRules<T> rules;
    private final BufferSettings settings;
    private final ExporterLedger ledger;
    private final Queue<Entry<T>> entries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicLong heldBytes = new AtomicLong();
    private final AtomicInteger heldItems = new AtomicInteger();
    private volatile boolean closed;

    Inbox(ItemRules<T> rules, BufferSettings settings, ExporterLedger ledger) {
        this.rules = rules;
        this.settings = settings;
        this.ledger = ledger;
    }

    /** Takes an item in, or books its loss; true if the worker should look: a whole batch waits, or room must be made. */
    boolean put(T item) {
        if (closed) {
            ledger.lost(1, FailureKind.SHUT_DOWN);
            return false;
        }
        rules.ended(item);
        Entry<T> entry = new Entry<>(item, rules.bytes(item), rules.isPrecious(item));
        long bytes = heldBytes.addAndGet(entry.bytes());
        int items = heldItems.incrementAndGet();
        boolean overfull = bytes > settings.memoryBytes() || items > settings.items();
        if (overfull && !findsReserve(entry, bytes, items)) {
            release(List.of(entry));
            ledger.lost(1, FailureKind.QUEUE_FULL);
            return false;
        }
        entries.add(entry);
        boolean batchWaits = arrived.incrementAndGet() == settings.batchItems();
        if (closed && entries.remove(entry)) {
            // The worker may have looked for the last time before it came.
            arrived.decrementAndGet();
            release(List.of(entry));
            ledger.lost(1, FailureKind.SHUT_DOWN);
        }
        return batchWaits || overfull;
    }

    private boolean findsReserve(Entry<T> entry, long bytes, long items) {
        if (!entry.precious() && rules.isLeaf(entry.item())) {
            return false;
        }
        int share = entry.precious() ? SHARE_FOR_PRECIOUS : SHARE_FOR_INNER;
        return bytes <= settings.memoryBytes() + settings.memoryBytes() / share
                && items <= settings.items() + (long) settings.items() / share;
    }

    /** The next item for the worker; it still counts as held until {@link #release}. */
    @Nullable
    Entry<T> poll() {
        Entry<T> entry = entries.poll();
        if (entry != null) {
            arrived.decrementAndGet();
        }
        return entry;
    }

    /** Entries are no longer in memory. Told at once, since the program's threads count there, too. */
    void release(List<Entry<T>> gone) {
        long bytes = 0;
        for (Entry<T> entry : gone) {
            bytes += entry.bytes();
        }
        heldBytes.addAndGet(-bytes);
        heldItems.addAndGet(-gone.size());
    }

    /** Whether more is in memory than there is room for without the reserved part. */
    boolean isOverfull() {
        return heldBytes.get() > settings.memoryBytes() || heldItems.get() > settings.items();
    }

    boolean isHalfFull() {
        return heldBytes.get() > settings.memoryBytes() / 2 || heldItems.get() > settings.items() / 2;
    }

    /** Items that the worker has not taken yet. */
    int waiting() {
        return arrived.get();
    }

    /** From now on nothing is let in. */
    void close() {
        closed = true;
    }
}
