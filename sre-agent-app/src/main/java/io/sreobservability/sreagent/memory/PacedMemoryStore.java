package io.sreobservability.sreagent.memory;

import java.util.List;

/**
 * A store that takes its time over preferences, to give an offline run the rhythm of a remote memory. What the cache
 * answers takes none.
 */
public final class PacedMemoryStore implements MemoryStore {
    private final MemoryStore store;
    private final Runnable pause;

    /** Wraps a store; the pause runs before each lookup of preferences. */
    public PacedMemoryStore(MemoryStore store, Runnable pause) {
        this.store = store;
        this.pause = pause;
    }

    @Override
    public List<StoredMemory> search(Namespace namespace, String query, int limit) {
        if (namespace.strategy() == MemoryStrategy.USER_PREFERENCES) {
            pause.run();
        }
        return store.search(namespace, query, limit);
    }

    @Override
    public void store(Namespace namespace, List<? extends Memory> memories) {
        store.store(namespace, memories);
    }

    @Override
    public List<StoredMemory> list(String path) {
        return store.list(path);
    }

    @Override
    public void close() {
        store.close();
    }
}
