package io.sreobservability.sreagent.memory;

import io.sreobservability.annotations.MemorySpan;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agents' way to memory: every lookup is a span, repeated ones are answered from a bounded cache. Safe for use by
 * several threads.
 */
public final class MemoryClient {
    private static final int CACHE_ENTRIES = 64;

    private final MemoryStore store;
    private final Map<CacheKey, List<MemoryRecord>> cache = new LinkedHashMap<>(16, 0.75f, true);

    /** A client with an empty cache. */
    public MemoryClient(MemoryStore store) {
        this.store = store;
    }

    /** The users there are preferences of, in alphabetical order. */
    public Set<String> users() {
        return store.users();
    }

    /**
     * Looks memories up: in the cache, else in the store.
     *
     * @param strategy the kind of memory
     * @param namespace whose; see {@link MemoryStrategy#namespace}
     * @param query what they are wanted for
     */
    @MemorySpan("memory.retrieve")
    @ResultAttribute(key = "memory.results_count", from = "records().size()")
    @ResultAttribute(key = "memory.cache_hit", from = "cacheHit()")
    public Retrieval retrieve(
            @SpanAttribute("memory.strategy") MemoryStrategy strategy,
            @SpanAttribute("memory.namespace") String namespace,
            @SpanAttribute("memory.query") String query) {
        CacheKey key = new CacheKey(strategy, namespace, query);
        List<MemoryRecord> cached = fromCache(key);
        if (cached != null) {
            return new Retrieval(cached, true);
        }
        // The store may be slow: it is asked outside the lock.
        List<MemoryRecord> found = List.copyOf(store.find(namespace, query));
        remember(key, found);
        return new Retrieval(found, false);
    }

    private synchronized @Nullable List<MemoryRecord> fromCache(CacheKey key) {
        return cache.get(key);
    }

    private synchronized void remember(CacheKey key, List<MemoryRecord> records) {
        cache.put(key, records);
        if (cache.size() > CACHE_ENTRIES) {
            cache.remove(cache.keySet().iterator().next());
        }
    }

    private record CacheKey(MemoryStrategy strategy, String namespace, String query) {}
}
