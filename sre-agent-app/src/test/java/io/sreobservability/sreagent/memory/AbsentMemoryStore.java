package io.sreobservability.sreagent.memory;

import java.util.List;

/** A store that nobody can reach, and that counts how often it was tried. */
public final class AbsentMemoryStore implements MemoryStore {
    private int tries;

    /** How often it was asked for something. */
    public int tries() {
        return tries;
    }

    @Override
    public List<StoredMemory> search(Namespace namespace, String query, int limit) {
        throw away();
    }

    @Override
    public void store(Namespace namespace, List<? extends Memory> memories) {
        throw away();
    }

    @Override
    public List<StoredMemory> list(String path) {
        throw away();
    }

    private MemoryUnavailableException away() {
        tries++;
        return new MemoryUnavailableException("memory is away", new IllegalStateException());
    }
}
