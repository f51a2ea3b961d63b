package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.content.ContentFilter;
import io.sreobservability.aspects.metric.Dimension;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The values of one dimension of one metric that are told apart: the first ones that came, up to a limit, without what looks
 * like a secret. Thread-safe; the limit may be exceeded by at most the number of threads.
 */
final class DimensionValues {
    /** Stands for all values beyond the limit. */
    static final String OTHER = "_OTHER";

    /** CloudWatch takes 1,024 characters; nobody reads a dimension as long as that. */
    private static final int MAX_LENGTH = 255;

    private final int limit;
    private final ConcurrentHashMap<String, String> admitted = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    DimensionValues(int limit) {
        this.limit = limit;
    }

    /** The value as it leaves the process. */
    String admit(String value) {
        String known = admitted.get(value);
        if (known != null) {
            return known;
        }
        if (count.get() >= limit) {
            return OTHER;
        }
        String masked = ContentFilter.dimension(value, MAX_LENGTH);
        String result = masked.isBlank() ? Dimension.UNKNOWN : masked;
        if (admitted.putIfAbsent(value, result) == null) {
            count.incrementAndGet();
        }
        return result;
    }
}
