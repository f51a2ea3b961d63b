package io.sreobservability.local.query;

import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.LogStore;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds log records. */
public final class LogQuery {
    private final LogStore store;

    public LogQuery(LogStore store) {
        this.store = store;
    }

    /**
     * The newest {@code limit} records, oldest of them first.
     *
     * @param traceId only records of this trace; null for all
     */
    public List<LogEntry> newest(@Nullable String traceId, int limit) {
        List<LogEntry> found = store.entries().stream()
                .filter(entry -> traceId == null || traceId.equals(entry.traceId()))
                .sorted(Comparator.comparingLong(LogEntry::timeUnixNano))
                .toList();
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }
}
