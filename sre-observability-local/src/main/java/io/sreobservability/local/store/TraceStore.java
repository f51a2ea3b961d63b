package io.sreobservability.local.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest traces. Spans of one trace arrive in any order and in many requests; a late one joins its trace. A span
 * that is sent again, as exporters do after an unclear answer, is recognised by trace id and span id and kept once.
 */
public final class TraceStore {
    /** In order of their first span's arrival. */
    private final Map<String, Trace> traces = new LinkedHashMap<>();

    private final int maxTraces;
    private final int maxSpansPerTrace;
    private final long maxBytes;
    private long bytes;
    private long spans;
    private long droppedTraces;
    private long droppedSpans;
    private long duplicateSpans;
    private long refusedSpans;

    TraceStore(StoreLimits limits) {
        maxTraces = limits.maxTraces();
        maxSpansPerTrace = limits.maxSpansPerTrace();
        maxBytes = limits.maxTraceBytes();
    }

    /** Adds a span, and says what became of it. Other traces, oldest first, make room if needed. */
    public synchronized Outcome add(SpanRecord span) {
        Trace trace = traces.get(span.traceId());
        if (trace != null && trace.spans.containsKey(span.spanId())) {
            duplicateSpans++;
            return Outcome.DUPLICATE;
        }
        long traceBytes = trace == null ? 0 : trace.bytes;
        int traceSpans = trace == null ? 0 : trace.spans.size();
        if (traceSpans >= maxSpansPerTrace || traceBytes + span.sizeBytes() > maxBytes) {
            refusedSpans++;
            return Outcome.TRACE_FULL;
        }
        if (trace == null) {
            trace = new Trace();
            traces.put(span.traceId(), trace);
        }
        trace.add(span);
        bytes += span.sizeBytes();
        spans++;
        makeRoom(trace);
        return Outcome.STORED;
    }

    private void makeRoom(Trace keep) {
        Iterator<Trace> oldestFirst = traces.values().iterator();
        while ((traces.size() > maxTraces || bytes > maxBytes) && oldestFirst.hasNext()) {
            Trace oldest = oldestFirst.next();
            if (oldest != keep) {
                oldestFirst.remove();
                bytes -= oldest.bytes;
                spans -= oldest.spans.size();
                droppedTraces++;
                droppedSpans += oldest.spans.size();
            }
        }
    }

    /** The spans of one trace in order of arrival; empty if the trace is not held. */
    public synchronized List<SpanRecord> trace(String traceId) {
        Trace trace = traces.get(traceId);
        return trace == null ? List.of() : trace.snapshot();
    }

    /**
     * The spans of every trace held, one list per trace, oldest trace first. A trace is the same list object for as long as it
     * stays as it is, so that whoever made something of it can see that it is still true.
     */
    public synchronized List<List<SpanRecord>> traces() {
        List<List<SpanRecord>> all = new ArrayList<>(traces.size());
        traces.values().forEach(trace -> all.add(trace.snapshot()));
        return all;
    }

    public synchronized Counts counts() {
        return new Counts(traces.size(), spans, droppedTraces, droppedSpans, duplicateSpans, refusedSpans);
    }

    /** What became of an added span. */
    public enum Outcome {
        STORED,
        /** It was here already. */
        DUPLICATE,
        /** Its trace has reached the limit for one trace. */
        TRACE_FULL
    }

    /** What is held now, and what was dropped for room, recognised as duplicate or refused since the start. */
    public record Counts(
            long held, long spans, long dropped, long droppedSpans, long duplicateSpans, long refusedSpans) {}

    private static final class Trace {
        final Map<String, SpanRecord> spans = new LinkedHashMap<>();
        long bytes;
        private @Nullable List<SpanRecord> snapshot;

        void add(SpanRecord span) {
            spans.put(span.spanId(), span);
            bytes += span.sizeBytes();
            snapshot = null;
        }

        List<SpanRecord> snapshot() {
            List<SpanRecord> known = snapshot;
            if (known == null) {
                known = List.copyOf(spans.values());
                snapshot = known;
            }
            return known;
        }
    }
}
