package io.sreobservability.local.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest log records, up to a number of bytes. Records that carry {@code log.record.uid} are kept once. */
public final class LogStore {
    private final BoundedLog<LogEntry> log;
    private final Set<String> uids = new HashSet<>();
    private final Map<String, Integer> ofTrace = new HashMap<>();
    private long duplicates;

    LogStore(long maxBytes) {
        log = new BoundedLog<>(maxBytes);
    }

    public synchronized void add(LogEntry entry) {
        String uid = entry.uid();
        if (uid != null && !uids.add(uid)) {
            duplicates++;
            return;
        }
        if (entry.traceId() != null) {
            ofTrace.merge(entry.traceId(), 1, Integer::sum);
        }
        for (LogEntry removed : log.add(entry)) {
            if (removed.traceId() != null) {
                ofTrace.merge(removed.traceId(), -1, Integer::sum);
                ofTrace.remove(removed.traceId(), 0); // Only if it was the last of its trace.
            }
            String gone = removed.uid();
            if (gone != null) {
                uids.remove(gone);
            }
        }
    }

    /** All records held, in order of arrival. */
    public synchronized List<LogEntry> entries() {
        return log.snapshot();
    }

    /** How many records of a trace are held; costs no more with many records than with few. */
    public synchronized int count(String traceId) {
        return ofTrace.getOrDefault(traceId, 0);
    }

    public synchronized Counts counts() {
        return new Counts(log.size(), log.dropped(), duplicates);
    }

    /** How many records are held now, and how many were dropped for room or recognised as duplicates since the start. */
    public record Counts(long held, long dropped, long duplicates) {}
}
