package io.sreobservability.local.wire.api;

import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span in an answer. */
record SpanView(
        String spanId,
        @Nullable String parentSpanId,
        String name,
        SpanKind kind,
        String service,
        String scope,
        long startUnixNano,
        long endUnixNano,
        long durationNano,
        SpanStatus status,
        String statusMessage,
        Map<String, @Nullable Object> attributes,
        List<EventView> events,
        Map<String, @Nullable Object> resource) {

    static SpanView of(SpanRecord span) {
        return new SpanView(
                span.spanId(),
                span.parentSpanId(),
                span.name(),
                span.kind(),
                span.service(),
                span.scope(),
                span.startUnixNano(),
                span.endUnixNano(),
                span.durationNano(),
                span.status(),
                span.statusMessage(),
                span.attributes().values(),
                span.events().stream()
                        .map(event -> new EventView(
                                event.name(),
                                event.timeUnixNano(),
                                event.attributes().values()))
                        .toList(),
                span.resource().values());
    }

    record EventView(String name, long timeUnixNano, Map<String, @Nullable Object> attributes) {}
}
