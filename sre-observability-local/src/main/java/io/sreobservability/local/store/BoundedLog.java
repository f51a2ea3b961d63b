package io.sreobservability.local.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Items in order of arrival, up to a number of bytes; the oldest make room for the newest. Not thread-safe. */
final class BoundedLog<T extends Sized> {
    /** What an item costs beside its content, so that very many very small ones are bounded, too. */
    private static final int OVERHEAD_BYTES = 128;

    private final Deque<T> items = new ArrayDeque<>();
    private final long maxBytes;
    private long bytes;
    private long dropped;

    BoundedLog(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds {@code item} and returns what had to go: older items, or {@code item} itself if it alone is too large. */
    List<T> add(T item) {
        List<T> removed = new ArrayList<>();
        items.addLast(item);
        bytes += cost(item);
        while (bytes > maxBytes) {
            T oldest = items.removeFirst();
            bytes -= cost(oldest);
            removed.add(oldest);
        }
        dropped += removed.size();
        return removed;
    }

    private static long cost(Sized item) {
        return (long) OVERHEAD_BYTES + item.sizeBytes();
    }

    List<T> snapshot() {
        return List.copyOf(items);
    }

    int size() {
        return items.size();
    }

    long dropped() {
        return dropped;
    }
}
