package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All items that wait, in one order: what is on the disk is in front of what is in memory. The batch that is being sent is the
 * front; while it is sent its items may move to the disk like all others. Used by the worker only.
 */
final class Backlog<T> {

    /** So many items are written at once, or none of them. */
    private static final int WRITTEN_AT_ONCE = 256;

    /** Enough to see whether the receiver takes others, and few to be sent twice. */
    private static final int WITNESSES = 16;

    private final ItemRules<T> rules;
    private final Inbox<T> inbox;
    private final ExporterLedger ledger;
    private final @Nullable Disk<T> disk;
    private final int batchItems;
    private final Deque<Entry<T>> memory = new ArrayDeque<>();
    private @Nullable Batch<T> batch;

    /** What follows the batch on the disk, if it was read ahead. */
    private List<Entry<T>> ahead = List.of();

    Backlog(ItemRules<T> rules, Inbox<T> inbox, ExporterLedger ledger, @Nullable Disk<T> disk, int batchItems) {
        this.rules = rules;
        this.inbox = inbox;
        this.ledger = ledger;
        this.disk = disk;
        this.batchItems = batchItems;
    }

    void adopt() {
        if (disk != null) {
            disk.adopt();
        }
    }

    /** Takes in what has arrived. */
    void takeIn() {
        for (Entry<T> arrived = inbox.poll(); arrived != null; arrived = inbox.poll()) {
            memory.addLast(arrived);
        }
    }

    /** Gives items up until there is room again: successful leaves first, precious ones not at all. */
    void makeRoom() {
        giveUp(true);
        giveUp(false);
    }

    private void giveUp(boolean leavesOnly) {
        for (Iterator<Entry<T>> all = memory.iterator(); all.hasNext() && inbox.isOverfull(); ) {
            Entry<T> entry = all.next();
            if (!entry.precious() && (!leavesOnly || rules.isLeaf(entry.item()))) {
                all.remove();
                inbox.release(List.of(entry));
                ledger.lost(1, FailureKind.QUEUE_FULL);
            }
        }
    }

    /** The batch at the front; null if nothing waits, or what does cannot be read now. */
    @Nullable
    Batch<T> front() {
        if (batch == null) {
            List<Entry<T>> kept = disk == null || !ahead.isEmpty() ? ahead : disk.front(batchItems);
            ahead = List.of();
            if (kept.isEmpty() && onDisk() > 0) {
                return null;
            }
            List<Entry<T>> entries = kept.isEmpty() ? fromMemory(batchItems) : kept;
            batch = entries.isEmpty() ? null : new Batch<>(entries, !kept.isEmpty());
        }
        return batch;
    }

    /** Reads the next batch from the disk while this one is sent. */
    void readAhead() {
        Batch<T> sending = batch;
        Disk<T> kept = disk;
        if (kept != null
                && sending != null
                && sending.isOnDisk()
                && ahead.isEmpty()
                && kept.records() >= sending.entries().size() + batchItems) {
            ahead = kept.behind(sending.entries().size(), batchItems);
        }
    }

    private List<Entry<T>> fromMemory(int maxItems) {
        List<Entry<T>> entries = new ArrayList<>();
        long bytes = 0;
        while (!memory.isEmpty() && entries.size() < maxItems && bytes < BufferSettings.BATCH_BYTES) {
            Entry<T> entry = memory.removeFirst();
            bytes += entry.bytes();
            entries.add(entry);
        }
        return entries;
    }

    /** Sees to it that the batch has others to ask about its first part, if others wait. */
    void addWitness(Batch<T> sending) {
        if (!sending.lacksWitness()) {
            return;
        }
        Disk<T> kept = disk;
        ahead = List.of();
        if (!sending.isOnDisk()) {
            sending.add(fromMemory(WITNESSES));
        } else if (kept != null) {
            sending.add(kept.behind(sending.entries().size(), WITNESSES));
        }
    }

    /** The first part of the batch has its outcome. */
    int settle(Batch<T> sent) {
        List<Entry<T>> settled = sent.settle();
        if (sent.isOnDisk() && disk != null) {
            long left = disk.records() - settled.size();
            disk.acknowledge(settled.size());
            // If more is gone, what was read ahead is no longer what follows.
            ahead = disk.records() == left ? ahead : List.of();
        } else {
            inbox.release(settled);
        }
        if (sent.isSettled()) {
            batch = null;
        }
        return settled.size();
    }

    /** Moves everything in memory to the disk, as far as it can be kept there. */
    void spill() {
        Disk<T> kept = disk;
        if (kept == null || !spillBatch(kept)) {
            return;
        }
        while (!memory.isEmpty()) {
            List<Entry<T>> next = memory.stream().limit(WRITTEN_AT_ONCE).toList();
            if (!kept.keep(next)) {
                return;
            }
            next.forEach(entry -> memory.removeFirst());
            inbox.release(next);
        }
    }

    private boolean spillBatch(Disk<T> kept) {
        Batch<T> sending = batch;
        if (sending == null || sending.isOnDisk()) {
            return true;
        }
        if (!kept.keep(sending.entries())) {
            return false;
        }
        sending.keptOnDisk();
        inbox.release(sending.entries());
        return true;
    }

    boolean hasDisk() {
        return disk != null;
    }

    /** Items that are kept on the disk, those of the batch among them. */
    long onDisk() {
        return disk == null ? 0 : disk.records();
    }

    /** Items that are in memory only. */
    long inMemory() {
        Batch<T> sending = batch;
        return (long) memory.size()
                + (sending == null || sending.isOnDisk() ? 0 : sending.entries().size());
    }

    long size() {
        return onDisk() + inMemory();
    }

    /** Moves to the disk what can be moved, and gives up the rest. */
    void close() {
        if (disk != null) {
            disk.endRest();
            spill();
            disk.close();
        }
        Batch<T> sending = batch;
        int delivered = sending == null || sending.isOnDisk() ? 0 : sending.takenAhead();
        ledger.delivered(delivered);
        ledger.lost(inMemory() - delivered, FailureKind.SHUT_DOWN);
        memory.clear();
        batch = null;
    }
}
