package io.sreobservability.sreagent.memory;

import java.util.List;

/** A store that answers every question with the same memories, asked for or not. */
final class CannedMemoryStore implements MemoryStore {
    private final List<StoredMemory> memories;

    CannedMemoryStore(StoredMemory... memories) {
        this.memories = List.of(memories);
    }

    @Override
    public List<StoredMemory> search(Namespace namespace, String query, int limit) {
        return memories;
    }

    @Override
    public void store(Namespace namespace, List<? extends Memory> written) {}

    @Override
    public List<StoredMemory> list(String path) {
        return memories;
    }
}
