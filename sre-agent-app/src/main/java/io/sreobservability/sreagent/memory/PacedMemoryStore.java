package io.sreobservability.sreagent.memory;

import java.util.List;
import java.util.Set;

/** A store that takes its time, to give an offline run the rhythm of a remote memory. Lookups the cache answers don't. */
public final class PacedMemoryStore implements MemoryStore {
    private final MemoryStore store;
    private final Runnable pause;

    /** Wraps a store; the pause runs before each lookup. */
    public PacedMemoryStore(MemoryStore store, Runnable pause) {
        this.store = store;
        this.pause = pause;
    }

    @Override
    public List<MemoryRecord> find(String namespace, String query) {
        pause.run();
        return store.find(namespace, query);
    }

    @Override
    public Set<String> users() {
        return store.users();
    }
}
