package io.sreobservability.local.query.insights;

import io.sreobservability.local.query.insights.expression.Values;
import io.sreobservability.local.store.LogEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log record as CloudWatch has it when it came by OTLP. */
record RecordEvent(LogEntry entry, String pointer) implements LogEvent {
    @Override
    public long timeUnixNano() {
        return entry.timeUnixNano();
    }

    @Override
    public int sizeBytes() {
        return entry.sizeBytes();
    }

    @Override
    public @Nullable Object get(String field) {
        return switch (field) {
            case TIMESTAMP -> time();
            case MESSAGE -> Documents.json(document());
            case POINTER -> pointer;
            case "@log" -> LogGroups.ACCOUNT + ":" + entry.logGroup();
            case "@logStream" -> entry.service();
            default -> Values.of(Documents.at(document(), field));
        };
    }

    @Override
    public Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("resource", Map.of("attributes", Map.of("service.name", entry.service())));
        document.put("timeUnixNano", entry.timeUnixNano());
        document.put("severityText", entry.severity());
        document.put("body", entry.body());
        document.put("attributes", entry.attributes().values());
        if (entry.traceId() != null) {
            document.put("traceId", entry.traceId());
        }
        if (entry.spanId() != null) {
            document.put("spanId", entry.spanId());
        }
        return document;
    }
}
