package io.sreobservability.sreagent.memory.local;

import io.sreobservability.sreagent.memory.Memory;
import io.sreobservability.sreagent.memory.MemoryJson;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.Namespace;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.StoredMemory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * Memories in a folder of this machine. What {@link #store} has returned from is on the disk; several processes may use
 * the same folder. A new store begins with the seed, whose preferences do not expire.
 */
public final class LocalMemoryStore implements MemoryStore {
    /** How many memories of a kind a user may have; the oldest go first. Keeps a search to a few milliseconds. */
    private static final int KEEP = 1000;

    private final Database database;
    private final Embedder embedder;
    private final InstantSource clock;

    /**
     * A store in a folder. Nothing is touched yet: the first use opens it, and creates and seeds it if there is none.
     *
     * @param folder where it is; nothing is written elsewhere
     */
    public LocalMemoryStore(Path folder, Seed seed, Embedder embedder, InstantSource clock) {
        this.embedder = embedder;
        this.clock = clock;
        this.database = new Database(folder, connection -> begin(connection, seed));
    }

    private void begin(Connection connection, Seed seed) throws SQLException {
        Tables.create(connection);
        for (String user : seed.users()) {
            Namespace own = MemoryStrategy.USER_PREFERENCES.namespace(user);
            Tables.put(connection, own, seed.preferencesOf(user), embedder, clock.instant(), null);
        }
    }

    @Override
    public List<StoredMemory> search(Namespace namespace, String query, int limit) {
        Vector wanted = Vector.of(query, embedder);
        return database.read(connection -> Tables.at(connection, namespace.path(), clock.instant())).stream()
                .map(row -> scored(row, namespace.strategy(), wanted))
                .sorted(Comparator.comparingDouble(StoredMemory::score).reversed())
                .limit(limit)
                .toList();
    }

    /** A vector of another embedder is made anew: the store outlives a change of the embedder. */
    private StoredMemory scored(Tables.Row row, MemoryStrategy strategy, Vector wanted) {
        StoredMemory memory = row.memory();
        Vector own = row.embedder().equals(embedder.name()) ? row.embedding() : embedded(strategy, memory);
        return new StoredMemory(
                memory.id(),
                memory.namespace(),
                memory.content(),
                memory.storedAt(),
                memory.expiresAt(),
                own.closeness(wanted));
    }

    /** Of the same words as when it was stored. What cannot be read has none, and is not close to anything. */
    private Vector embedded(MemoryStrategy strategy, StoredMemory memory) {
        String words = MemoryJson.read(strategy, memory.content())
                .map(Memory::searchText)
                .orElse("");
        return Vector.of(words, embedder);
    }

    @Override
    public void store(Namespace namespace, List<? extends Memory> memories) {
        Instant now = clock.instant();
        Instant expires = now.plus(namespace.strategy().retention());
        database.write(connection -> {
            Tables.put(connection, namespace, memories, embedder, now, expires);
            Tables.prune(connection, namespace, now, KEEP);
        });
    }

    @Override
    public List<StoredMemory> list(String path) {
        return database.read(connection -> Tables.at(connection, path, clock.instant())).stream()
                .map(Tables.Row::memory)
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
