package io.sreobservability.local.console;

import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.SpanEvent;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of one span, for the panel beside the waterfall. Attribute values are texts.
 *
 * @param logs written in this span
 * @param logsBelow written in spans below it
 */
record SpanView(
        String id,
        String name,
        String service,
        String scope,
        SpanKind kind,
        SpanStatus status,
        String statusMessage,
        Map<String, String> attributes,
        List<Event> events,
        Map<String, String> resource,
        List<LogLine> logs,
        List<LogLine> logsBelow) {

    /** Something that happened in it; {@code at} is in nanoseconds since the span's start. */
    record Event(String name, long at, Map<String, String> attributes) {
        static Event of(SpanEvent event, SpanRecord span) {
            return new Event(
                    event.name(),
                    event.timeUnixNano() - span.startUnixNano(),
                    Text.of(event.attributes().values()));
        }
    }

    /** A log record; {@code time} is in milliseconds since 1970. */
    record LogLine(
            long time,
            String severity,
            String text,
            String service,
            @Nullable String spanId,
            Map<String, String> attributes) {
        static LogLine of(LogEntry entry) {
            return new LogLine(
                    entry.timeUnixNano() / 1_000_000,
                    entry.severity(),
                    Text.of(entry.body()),
                    entry.service(),
                    entry.spanId(),
                    Text.of(entry.attributes().values()));
        }
    }

    static SpanView of(SpanRecord span, List<LogEntry> logs, List<LogEntry> logsBelow) {
        return new SpanView(
                span.spanId(),
                span.name(),
                span.service(),
                span.scope(),
                span.kind(),
                span.status(),
                span.statusMessage(),
                Text.of(span.attributes().values()),
                span.events().stream().map(event -> Event.of(event, span)).toList(),
                Text.of(span.resource().values()),
                logs.stream().map(LogLine::of).toList(),
                logsBelow.stream().map(LogLine::of).toList());
    }
}
