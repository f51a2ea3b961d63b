package io.sreobservability.local.query;

import io.sreobservability.local.store.Attributes;
import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.SpanEvent;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans and log records to ask about. Times are milliseconds after {@link #START}. */
public final class Telemetry {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    public static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static final long NANOS = 1_000_000;

    private Telemetry() {}

    public static SpanRecord span(
            int number, String name, long startMs, long endMs, Map<String, @Nullable Object> attributes) {
        return span(number, name, startMs, endMs, SpanStatus.UNSET, attributes);
    }

    public static SpanRecord span(
            int number,
            String name,
            long startMs,
            long endMs,
            SpanStatus status,
            Map<String, @Nullable Object> attributes) {
        return new SpanRecord(
                TRACE,
                String.format("%016x", number),
                number == 1 ? null : String.format("%016x", 1),
                name,
                SpanKind.INTERNAL,
                "sre-agent",
                "sre-observability",
                nanos(startMs),
                nanos(endMs),
                status,
                "",
                new Attributes(attributes),
                List.of(new SpanEvent("exception", nanos(endMs), new Attributes(Map.of("exception.type", "Timeout")))),
                new Attributes(Map.of("service.name", "sre-agent")),
                100);
    }

    /** A root span of any trace that lasts a millisecond. */
    public static SpanRecord spanOf(int trace, int number, long startMs) {
        return new SpanRecord(
                String.format("%032x", trace),
                String.format("%016x", number),
                null,
                "name",
                SpanKind.INTERNAL,
                "sre-agent",
                "sre-observability",
                nanos(startMs),
                nanos(startMs + 1),
                SpanStatus.UNSET,
                "",
                Attributes.EMPTY,
                List.of(),
                Attributes.EMPTY,
                100);
    }

    public static LogEntry log(long atMs, String severity, String body) {
        return new LogEntry(
                LogEntry.DEFAULT_GROUP,
                nanos(atMs),
                severity,
                body,
                TRACE,
                null,
                "sre-agent",
                new Attributes(Map.of("sre.user_id", "Alice")),
                50);
    }

    private static long nanos(long ms) {
        return (START.toEpochMilli() + ms) * NANOS + 7;
    }
}
