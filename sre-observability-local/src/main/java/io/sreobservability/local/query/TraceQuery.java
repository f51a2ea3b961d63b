package io.sreobservability.local.query;

import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import io.sreobservability.local.store.TraceStore;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds traces. */
public final class TraceQuery {
    private static final Comparator<SpanRecord> BY_START =
            Comparator.comparingLong(SpanRecord::startUnixNano).thenComparing(SpanRecord::spanId);
    private static final Comparator<TraceSummary> NEWEST_FIRST =
            Comparator.comparingLong(TraceSummary::startUnixNano).reversed().thenComparing(TraceSummary::traceId);

    private final TraceStore store;

    public TraceQuery(TraceStore store) {
        this.store = store;
    }

    /** At most {@code limit} traces, the one that started last first. */
    public List<TraceSummary> newest(int limit) {
        return store.traces().stream()
                .map(TraceQuery::summary)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** The spans of one trace by start; empty if the trace is unknown. */
    public List<SpanRecord> spans(String traceId) {
        return store.trace(traceId).stream().sorted(BY_START).toList();
    }

    private static TraceSummary summary(List<SpanRecord> spans) {
        SpanRecord root = root(spans);
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        int errors = 0;
        for (SpanRecord span : spans) {
            start = Math.min(start, span.startUnixNano());
            end = Math.max(end, span.startUnixNano() + span.durationNano());
            errors += span.status() == SpanStatus.ERROR ? 1 : 0;
        }
        return new TraceSummary(root.traceId(), root.name(), root.service(), start, end - start, spans.size(), errors);
    }

    private static SpanRecord root(List<SpanRecord> spans) {
        Set<String> known = spans.stream().map(SpanRecord::spanId).collect(Collectors.toSet());
        Comparator<SpanRecord> rootFirst = Comparator.comparingInt(span -> distanceFromRoot(span, known));
        return spans.stream().min(rootFirst.thenComparing(BY_START)).orElseThrow();
    }

    private static int distanceFromRoot(SpanRecord span, Set<String> known) {
        String parent = span.parentSpanId();
        if (parent == null) {
            return 0;
        }
        return known.contains(parent) ? 2 : 1;
    }
}
