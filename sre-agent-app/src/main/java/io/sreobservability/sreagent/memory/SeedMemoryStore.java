package io.sreobservability.sreagent.memory;

import java.util.List;

/** A memory that knows the seed and learns nothing: for runs that must leave no trace. Immutable. */
public final class SeedMemoryStore implements MemoryStore {
    private final Seed seed;

    private SeedMemoryStore(Seed seed) {
        this.seed = seed;
    }

    /** A store over the seed in the jar. */
    public static SeedMemoryStore load() {
        return new SeedMemoryStore(Seed.standard());
    }

    @Override
    public List<StoredMemory> search(Namespace namespace, String query, int limit) {
        return namespace.strategy() == MemoryStrategy.USER_PREFERENCES ? of(namespace.user()) : List.of();
    }

    /** Forgets them at once. */
    @Override
    public void store(Namespace namespace, List<? extends Memory> memories) {}

    @Override
    public List<StoredMemory> list(String path) {
        return seed.users().stream()
                .flatMap(user -> of(user).stream())
                .filter(memory -> (memory.namespace() + "/").startsWith(path + "/"))
                .toList();
    }

    private List<StoredMemory> of(String user) {
        String path = MemoryStrategy.USER_PREFERENCES.namespace(user).path();
        return seed.preferencesOf(user).stream()
                .map(memory -> new StoredMemory(
                        memory.identity(), path, MemoryJson.write(memory), memory.timestamp(), null, 0))
                .toList();
    }
}
