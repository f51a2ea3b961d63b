package io.sreobservability.local.query.insights;

import io.sreobservability.local.store.SpanRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The spans of one trace as log events.
 *
 * @param newestFirst never empty
 * @param first the time of the oldest
 * @param last the time of the newest
 */
record SpanEvents(List<LogEvent> newestFirst, Instant first, Instant last) {
    private static final Comparator<SpanEvents> LATEST_FIRST =
            Comparator.comparing(SpanEvents::last).reversed();

    static SpanEvents of(List<SpanRecord> trace) {
        List<LogEvent> events = trace.stream()
                .<LogEvent>map(SpanEvent::new)
                .sorted(LogEvent.NEWEST_FIRST)
                .toList();
        return new SpanEvents(
                events, events.get(events.size() - 1).time(), events.get(0).time());
    }

    /**
     * The events of all traces from one time to another, both included; the newest first. Most traces are inside or outside as a
     * whole, and few overlap: only those that do are sorted.
     */
    static List<LogEvent> merged(List<SpanEvents> traces, Instant from, Instant to) {
        List<SpanEvents> wanted = traces.stream()
                .filter(trace -> !trace.last.isBefore(from) && !trace.first.isAfter(to))
                .sorted(LATEST_FIRST)
                .toList();
        List<LogEvent> all = new ArrayList<>();
        int begin = 0;
        Instant reached = Instant.MAX;
        for (SpanEvents trace : wanted) {
            if (trace.last.isBefore(reached)) {
                sort(all, begin);
                begin = all.size();
            }
            trace.addTo(all, from, to);
            reached = trace.first.isBefore(reached) ? trace.first : reached;
        }
        sort(all, begin);
        return all;
    }

    private static void sort(List<LogEvent> all, int begin) {
        all.subList(begin, all.size()).sort(LogEvent.NEWEST_FIRST);
    }

    private void addTo(List<LogEvent> all, Instant from, Instant to) {
        if (!first.isBefore(from) && !last.isAfter(to)) {
            all.addAll(newestFirst);
        } else {
            newestFirst.stream().filter(event -> event.isWithin(from, to)).forEach(all::add);
        }
    }
}
