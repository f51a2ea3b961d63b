package io.sreobservability.sreagent.memory;

import java.util.List;

/**
 * What a lookup gave.
 *
 * @param records the memories found
 * @param cacheHit whether they came from this process's cache instead of the store
 */
public record Retrieval(List<MemoryRecord> records, boolean cacheHit) {}
