package io.sreobservability.local.query;

import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.TraceStore;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Something made of each trace, and remembered for as long as the trace stays as it is. Questions are asked each second
 * while spans arrive, and each second changes few of the traces.
 */
public final class PerTrace<T> {
    private final TraceStore store;
    private final Function<List<SpanRecord>, T> make;

    /** Soft: nobody may ask for long, and what the store has dropped meanwhile must not fill the memory. */
    private SoftReference<IdentityHashMap<List<SpanRecord>, T>> known = new SoftReference<>(new IdentityHashMap<>());

    /**
     * Nothing yet.
     *
     * @param make what to make of the spans of one trace; looks at nothing else
     */
    public PerTrace(TraceStore store, Function<List<SpanRecord>, T> make) {
        this.store = store;
        this.make = make;
    }

    /** One for each trace held now, oldest trace first. Who asks meanwhile waits, and finds all of it made. */
    public synchronized List<T> all() {
        List<List<SpanRecord>> traces = store.traces();
        List<T> all = new ArrayList<>(traces.size());
        IdentityHashMap<List<SpanRecord>, T> before = Objects.requireNonNullElseGet(known.get(), IdentityHashMap::new);
        // By identity: the store has a new list for each trace that has changed.
        IdentityHashMap<List<SpanRecord>, T> current = new IdentityHashMap<>(traces.size());
        for (List<SpanRecord> trace : traces) {
            T one = before.get(trace);
            if (one == null) {
                one = make.apply(trace);
            }
            all.add(one);
            current.put(trace, one);
        }
        known = new SoftReference<>(current);
        return all;
    }
}
