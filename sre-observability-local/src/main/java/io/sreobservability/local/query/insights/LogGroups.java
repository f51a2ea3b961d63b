package io.sreobservability.local.query.insights;

import io.sreobservability.local.query.PerTrace;
import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.TelemetryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The log groups that can be queried. */
public final class LogGroups {
    /** Where CloudWatch keeps spans. */
    public static final String SPANS = "aws/spans";

    /** Where log records are that were sent to no group in particular. */
    public static final String LOGS = LogEntry.DEFAULT_GROUP;

    /** The number of the stand-in's account. */
    public static final String ACCOUNT = "000000000000";

    private final TelemetryStore store;
    private final PerTrace<SpanEvents> spans;

    public LogGroups(TelemetryStore store) {
        this.store = store;
        this.spans = new PerTrace<>(store.traces(), SpanEvents::of);
    }

    /** All there are, by name. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(store.logGroups().names());
        names.add(SPANS);
        names.add(LOGS);
        store.logs().entries().forEach(entry -> names.add(entry.logGroup()));
        return names;
    }

    /** Whether there is such a group; nothing need have been sent to it. */
    public boolean exists(String group) {
        return names().contains(group);
    }

    /** How many of a group's log events have each field, by the field's path. */
    public SortedMap<String, Integer> fields(String group) {
        SortedMap<String, Integer> fields = new TreeMap<>();
        events(group, Instant.MIN, Instant.MAX)
                .forEach(event -> Documents.paths(event.document(), "", path -> fields.merge(path, 1, Integer::sum)));
        return fields;
    }

    /** How many log events a group has. */
    public int size(String group) {
        return events(group, Instant.MIN, Instant.MAX).size();
    }

    /** The log events of a group from one time to another, both included; the newest first. */
    List<LogEvent> events(String group, Instant from, Instant to) {
        if (group.equals(SPANS)) {
            return SpanEvents.merged(spans.all(), from, to);
        }
        List<LogEvent> events = new ArrayList<>();
        for (LogEntry entry : store.logs().entries()) {
            if (entry.logGroup().equals(group)) {
                events.add(new RecordEvent(entry, group + "/" + events.size()));
            }
        }
        events.removeIf(event -> !event.isWithin(from, to));
        events.sort(LogEvent.NEWEST_FIRST);
        return events;
    }
}
