package io.sreobservability.local.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One received span.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits
 * @param parentSpanId null for the root of a trace
 * @param service {@code service.name} of the resource that sent it
 * @param scope name of the instrumentation scope, the library that made the span
 * @param startUnixNano nanoseconds since 1970
 * @param endUnixNano nanoseconds since 1970
 * @param sizeBytes its size on the wire, with its resource: what it counts for in the store's limit
 */
public record SpanRecord(
        String traceId,
        String spanId,
        @Nullable String parentSpanId,
        String name,
        SpanKind kind,
        String service,
        String scope,
        long startUnixNano,
        long endUnixNano,
        SpanStatus status,
        String statusMessage,
        Attributes attributes,
        List<SpanEvent> events,
        Attributes resource,
        int sizeBytes) {

    public SpanRecord {
        events = List.copyOf(events);
    }

    /** Nanoseconds from start to end; never negative, even if a clock was set back in between. */
    public long durationNano() {
        return Math.max(0, endUnixNano - startUnixNano);
    }
}
