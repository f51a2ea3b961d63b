package io.sreobservability.sreagent.memory;

import io.sreobservability.annotations.MemorySpan;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The agents' way to memory: every lookup and every write is a span, repeated lookups are answered from a bounded cache.
 * Safe for use by several threads.
 *
 * <p>Whatever goes to the store may throw {@link MemoryUnavailableException}.
 */
public final class MemoryClient {
    private final MemoryStore store;
    private final InstantSource clock;
    private final RetrievalCache cache;

    /** A client with an empty cache and the system's clock. */
    public MemoryClient(MemoryStore store) {
        this(store, InstantSource.system());
    }

    /** A client with an empty cache. */
    public MemoryClient(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.cache = new RetrievalCache(clock);
    }

    /** The clock that memories are dated by. */
    public InstantSource clock() {
        return clock;
    }

    /**
     * Looks memories up: in the cache, else in the store.
     *
     * @param namespace whose, and of which kind
     * @param query what they are wanted for
     */
    @MemorySpan("memory.retrieve")
    @ResultAttribute(key = "memory.results_count", from = "found().size()")
    @ResultAttribute(key = "memory.cache_hit", from = "cacheHit()")
    public Retrieval retrieve(
            @SpanAttribute(value = "memory.strategy", from = "strategy()")
                    @SpanAttribute(value = "memory.namespace", from = "path()")
                    Namespace namespace,
            @SpanAttribute("memory.query") String query) {
        List<Recollection> cached = cache.get(namespace, query);
        if (cached != null) {
            return new Retrieval(cached, true);
        }
        long mark = cache.beforeLookup(namespace);
        List<Recollection> found = postProcess(namespace, vectorSearch(namespace, query));
        cache.put(namespace, query, found, mark);
        return new Retrieval(found, false);
    }

    /** Has the store search. */
    @MemorySpan("memory.vector_search")
    @ResultAttribute(key = "results.count", from = "size()")
    private List<StoredMemory> vectorSearch(
            @SpanAttribute(value = "memory.strategy", from = "strategy()")
                    @SpanAttribute(value = "memory.namespace", from = "path()")
                    Namespace namespace,
            @SpanAttribute("memory.query") String query) {
        return store.search(namespace, query, namespace.strategy().limit());
    }

    /** Reads what was found. Drops what has expired, is not readable, or, whatever the store says, belongs to others. */
    @MemorySpan("memory.post_process")
    @ResultAttribute(key = "results.count", from = "size()")
    private List<Recollection> postProcess(
            @SpanAttribute(value = "memory.strategy", from = "strategy()")
                    @SpanAttribute(value = "memory.namespace", from = "path()")
                    Namespace namespace,
            List<StoredMemory> found) {
        return found.stream()
                .filter(memory -> namespace.holds(memory.namespace()))
                .filter(memory ->
                        memory.expiresAt() == null || memory.expiresAt().isAfter(clock.instant()))
                .flatMap(memory -> read(namespace, memory).stream())
                .sorted(Comparator.comparingDouble(Recollection::score).reversed())
                .toList();
    }

    private static Optional<Recollection> read(Namespace namespace, StoredMemory memory) {
        return MemoryJson.read(namespace.strategy(), memory.content())
                .map(content -> new Recollection(content, memory.score()));
    }

    /**
     * Stores memories of one strategy.
     *
     * @param namespace whose; its session is the one they were learnt in
     */
    @MemorySpan("memory.store")
    public void store(
            @SpanAttribute(value = "memory.strategy", from = "strategy()")
                    @SpanAttribute(value = "memory.namespace", from = "path()")
                    Namespace namespace,
            List<? extends Memory> memories) {
        try {
            store.store(namespace, memories);
        } finally {
            // Even a write that failed may have reached a remote store.
            cache.invalidate(namespace);
        }
    }
}
