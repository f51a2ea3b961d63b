package io.sreobservability.local.query.insights;

import io.sreobservability.local.store.SpanRecord;
import java.time.Instant;
import java.util.List;

/**
 * The spans of one trace as log events.
 *
 * @param newestFirst never empty
 */
record SpanEvents(List<LogEvent> newestFirst) {
    static SpanEvents of(List<SpanRecord> trace) {
        return new SpanEvents(trace.stream()
                .<LogEvent>map(SpanEvent::new)
                .sorted(LogEvent.NEWEST_FIRST)
                .toList());
    }

    /** Adds those from one time to another, both included. Most traces are inside or outside as a whole. */
    void addTo(List<LogEvent> all, Instant from, Instant to) {
        Instant first = newestFirst.get(newestFirst.size() - 1).time();
        Instant last = newestFirst.get(0).time();
        if (!first.isBefore(from) && !last.isAfter(to)) {
            all.addAll(newestFirst);
        } else if (!last.isBefore(from) && !first.isAfter(to)) {
            newestFirst.stream().filter(event -> event.isWithin(from, to)).forEach(all::add);
        }
    }
}
