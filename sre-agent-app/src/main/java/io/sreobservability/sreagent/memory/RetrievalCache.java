package io.sreobservability.sreagent.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found lately: a bounded number of lookups, for a bounded time, because another process may write to the same
 * store. The oldest use goes first. Safe for use by several threads.
 */
final class RetrievalCache {
    private static final int LOOKUPS = 64;
    private static final Duration AGE = Duration.ofMinutes(1);

    /** Writes are counted in so many places, however many users there are: two that share one cost each other a lookup at times. */
    private static final int COUNTERS = 256;

    private final InstantSource clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final long[] writes = new long[COUNTERS];

    RetrievalCache(InstantSource clock) {
        this.clock = clock;
    }

    synchronized @Nullable List<Recollection> get(Namespace namespace, String query) {
        Entry entry = entries.get(new Key(namespace, query));
        return entry == null || entry.until().isBefore(clock.instant()) ? null : entry.found();
    }

    /** A mark to take before the store is asked. */
    synchronized long beforeLookup(Namespace namespace) {
        return writes[counter(namespace)];
    }

    /** Remembers an answer, unless that user and strategy were written since the mark: then it may be out of date already. */
    synchronized void put(Namespace namespace, String query, List<Recollection> found, long mark) {
        if (mark != beforeLookup(namespace)) {
            return;
        }
        entries.put(new Key(namespace, query), new Entry(found, clock.instant().plus(AGE)));
        if (entries.size() > LOOKUPS) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** Forgets what was found of that user and strategy. */
    synchronized void invalidate(Namespace written) {
        writes[counter(written)]++;
        entries.keySet()
                .removeIf(key -> key.namespace().strategy() == written.strategy()
                        && key.namespace().user().equals(written.user()));
    }

    private static int counter(Namespace namespace) {
        return Math.floorMod(
                31 * namespace.user().hashCode() + namespace.strategy().name().hashCode(), COUNTERS);
    }

    private record Key(Namespace namespace, String query) {}

    private record Entry(List<Recollection> found, Instant until) {}
}
