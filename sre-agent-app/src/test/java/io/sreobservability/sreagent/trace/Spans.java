package io.sreobservability.sreagent.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans for tests, in milliseconds since the epoch. */
final class Spans {
    private Spans() {}

    static TraceSpan span(String id, @Nullable String parent, String name, long startMillis, long endMillis) {
        return span(id, parent, name, "INTERNAL", "sre-agent", startMillis, endMillis);
    }

    static TraceSpan server(String id, String parent, String service, long startMillis, long endMillis) {
        return span(id, parent, "GET /", "SERVER", service, startMillis, endMillis);
    }

    /** The same span with these attributes. */
    static TraceSpan with(TraceSpan span, Map<String, Object> attributes) {
        return changed(span, span.status(), attributes);
    }

    /** The same span, failed. */
    static TraceSpan failed(TraceSpan span, Map<String, Object> attributes) {
        return changed(span, "ERROR", attributes);
    }

    private static TraceSpan changed(TraceSpan span, String status, Map<String, Object> attributes) {
        return new TraceSpan(
                span.spanId(),
                span.parentSpanId(),
                span.name(),
                span.kind(),
                span.service(),
                span.startUnixNano(),
                span.endUnixNano(),
                status,
                "",
                attributes);
    }

    static TraceSpan span(
            String id, @Nullable String parent, String name, String kind, String service, long start, long end) {
        return new TraceSpan(
                id, parent, name, kind, service, start * 1_000_000, end * 1_000_000, "UNSET", "", Map.of());
    }
}
