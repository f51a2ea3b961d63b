package io.sreobservability.sreagent.memory;

import java.util.List;

/**
 * What a lookup gave.
 *
 * @param found the memories, the best first
 * @param cacheHit whether they came from this process's cache instead of the store
 */
public record Retrieval(List<Recollection> found, boolean cacheHit) {
    /** Only those that fit at least so well. */
    public Retrieval closerThan(double score) {
        return new Retrieval(found.stream().filter(one -> one.score() >= score).toList(), cacheHit);
    }

    /** The memories of one type. */
    public <M extends Memory> List<M> memories(Class<M> type) {
        return found.stream()
                .map(Recollection::memory)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
