package io.sreobservability.local.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The newest log records, up to a number of bytes. Records that carry {@code log.record.uid} are kept once. */
public final class LogStore {
    private final BoundedLog<LogEntry> log;
    private final Set<String> uids = new HashSet<>();
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
        for (LogEntry removed : log.add(entry)) {
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

    public synchronized Counts counts() {
        return new Counts(log.size(), log.dropped(), duplicates);
    }

    /** How many records are held now, and how many were dropped for room or recognised as duplicates since the start. */
    public record Counts(long held, long dropped, long duplicates) {}
}
