package io.sreobservability.sreagent.memory;

import java.util.List;
import java.util.Set;

/** Where memories are kept. */
public interface MemoryStore {
    /**
     * The memories of a namespace.
     *
     * @param namespace as {@link MemoryStrategy#namespace} builds it
     * @param query what they are wanted for; a store without search ignores it
     * @return empty if the namespace is not known
     */
    List<MemoryRecord> find(String namespace, String query);

    /** The users the store holds preferences of. */
    Set<String> users();
}
