package io.sreobservability.local.query.insights;

import io.sreobservability.local.query.insights.expression.Values;
import io.sreobservability.local.store.SpanRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span as CloudWatch has it in the log group {@code aws/spans}. Its time is that of its start. */
record SpanEvent(SpanRecord span) implements LogEvent {
    private static final String ATTRIBUTES = "attributes.";
    private static final String RESOURCE = "resource.attributes.";

    @Override
    public long timeUnixNano() {
        return span.startUnixNano();
    }

    @Override
    public int sizeBytes() {
        return span.sizeBytes();
    }

    @Override
    public @Nullable Object get(String field) {
        return switch (field) {
            case TIMESTAMP -> time();
            case MESSAGE -> Documents.json(document());
            case POINTER -> span.traceId() + "/" + span.spanId();
            case "@log" -> LogGroups.ACCOUNT + ":" + LogGroups.SPANS;
            case "@logStream" -> "default";
            case "traceId" -> span.traceId();
            case "spanId" -> span.spanId();
            case "parentSpanId" -> span.parentSpanId();
            case "name" -> span.name();
            case "kind" -> span.kind().name();
            case "startTimeUnixNano" -> span.startUnixNano();
            case "endTimeUnixNano" -> span.endUnixNano();
            case "durationNano" -> span.durationNano();
            case "status.code" -> span.status().name();
            default -> Values.of(other(field));
        };
    }

    /** A query asks every span for every field it names, so the document is made only for the rarer ones. */
    private @Nullable Object other(String field) {
        if (field.startsWith(ATTRIBUTES)) {
            return Documents.at(span.attributes().values(), field.substring(ATTRIBUTES.length()));
        }
        if (field.startsWith(RESOURCE)) {
            return Documents.at(span.resource().values(), field.substring(RESOURCE.length()));
        }
        return Documents.at(document(), field);
    }

    @Override
    public Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("resource", Map.of("attributes", span.resource().values()));
        document.put("scope", Map.of("name", span.scope()));
        document.put("traceId", span.traceId());
        document.put("spanId", span.spanId());
        if (span.parentSpanId() != null) {
            document.put("parentSpanId", span.parentSpanId());
        }
        document.put("name", span.name());
        document.put("kind", span.kind().name());
        document.put("startTimeUnixNano", span.startUnixNano());
        document.put("endTimeUnixNano", span.endUnixNano());
        document.put("durationNano", span.durationNano());
        document.put("attributes", span.attributes().values());
        document.put("status", status());
        document.put("events", events());
        return document;
    }

    private Map<String, @Nullable Object> status() {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("code", span.status().name());
        if (!span.statusMessage().isEmpty()) {
            status.put("message", span.statusMessage());
        }
        return status;
    }

    private List<Map<String, @Nullable Object>> events() {
        return span.events().stream()
                .map(event -> {
                    Map<String, @Nullable Object> members = new LinkedHashMap<>();
                    members.put("timeUnixNano", event.timeUnixNano());
                    members.put("name", event.name());
                    members.put("attributes", event.attributes().values());
                    return members;
                })
                .toList();
    }
}
