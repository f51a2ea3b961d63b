package io.sreobservability.cloudwatch.buffer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The items at the front of the backlog, and the parts in which they are sent: one at first, more if the receiver refuses a
 * part for something in it. Parts are settled in order.
 */
final class Batch<T> {

    /** So many items refused one by one, and none taken: then it is not about the items. */
    private static final int REFUSED_IN_A_ROW = 32;

    private static final int SUSPECT_TRIES = 3;

    private final List<Entry<T>> entries;
    private final Deque<Integer> parts = new ArrayDeque<>();
    private boolean onDisk;
    private boolean anyTaken;
    private boolean possiblyTaken;
    private int refused;
    private int suspectTries;

    Batch(List<Entry<T>> entries, boolean onDisk) {
        this.entries = new ArrayList<>(entries);
        this.onDisk = onDisk;
        parts.push(entries.size());
    }

    /** Items that are not settled. */
    List<Entry<T>> entries() {
        return entries;
    }

    boolean isSettled() {
        return entries.isEmpty();
    }

    /** Whether its items are kept on the disk, too. */
    boolean isOnDisk() {
        return onDisk;
    }

    void keptOnDisk() {
        onDisk = true;
    }

    /** The items of the part that is to be sent next. */
    List<T> part() {
        return entries.subList(0, partSize()).stream().map(Entry::item).toList();
    }

    int partSize() {
        return parts.getFirst();
    }

    /** The receiver may have taken the part although it did not say so. */
    void mayHaveBeenTaken() {
        possiblyTaken = true;
    }

    /** How many items of the part the receiver may have got more than once, if it takes the part now. */
    int possiblyDuplicated() {
        return possiblyTaken ? partSize() : 0;
    }

    /** The part was taken. */
    void taken() {
        anyTaken = true;
        refused = 0;
    }

    /**
     * The part was refused for something in it, and is not to be given up: it becomes two. One that came to be one item, or
     * that follows too many refused ones, cannot be saved.
     *
     * @return false if it is to be given up
     */
    boolean split() {
        int size = parts.pop();
        if (size == 1) {
            refused++;
            parts.push(size);
            return false;
        }
        if (!anyTaken && refused >= REFUSED_IN_A_ROW) {
            parts.push(size);
            return false;
        }
        parts.push(size - size / 2);
        parts.push(size / 2);
        return true;
    }

    /** Something broke; whether another try as a whole is due before the part is split. */
    boolean isWorthAnotherTry() {
        return ++suspectTries < SUSPECT_TRIES;
    }

    /** The part has its outcome. */
    List<Entry<T>> settle() {
        List<Entry<T>> settled = entries.subList(0, parts.pop());
        List<Entry<T>> copy = List.copyOf(settled);
        settled.clear();
        return copy;
    }
}
