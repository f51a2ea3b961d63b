package io.sreobservability.sreagent.memory;

import java.util.List;

/**
 * Where memories are kept. Safe for use by several threads.
 *
 * <p>Every method may throw {@link MemoryUnavailableException}; a later call may succeed.
 */
public interface MemoryStore extends AutoCloseable {
    /**
     * The memories of a namespace that fit a query best, the best first.
     *
     * @param query what they are wanted for; a store without search ignores it
     * @param limit how many at most
     */
    List<StoredMemory> search(Namespace namespace, String query, int limit);

    /** Stores memories of one strategy: all of them, or none if it throws. */
    void store(Namespace namespace, List<? extends Memory> memories);

    /** All memories at a path or below it, the newest first. */
    List<StoredMemory> list(String path);

    @Override
    default void close() {}
}
