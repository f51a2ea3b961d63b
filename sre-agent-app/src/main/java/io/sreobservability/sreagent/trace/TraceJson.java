package io.sreobservability.sreagent.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the stand-in's answers. Fields that are absent have their empty value; what is not the expected shape is an error. */
final class TraceJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceJson() {}

    static Trace trace(String json) throws JsonProcessingException {
        JsonNode root = JSON.readTree(json);
        List<TraceSpan> spans = new ArrayList<>();
        for (JsonNode span : array(root, "spans")) {
            spans.add(span(span));
        }
        return new Trace(root.path("traceId").asText(), spans);
    }

    /** Trace ids by root span name, newest first. */
    static List<Map.Entry<String, String>> idsByRootName(String json) throws JsonProcessingException {
        List<Map.Entry<String, String>> ids = new ArrayList<>();
        for (JsonNode trace : array(JSON.readTree(json), "traces")) {
            ids.add(Map.entry(
                    trace.path("rootName").asText(), trace.path("traceId").asText()));
        }
        return ids;
    }

    private static JsonNode array(JsonNode root, String field) throws JsonProcessingException {
        JsonNode array = root.path(field);
        if (!array.isArray()) {
            throw new UnexpectedShape("no array \"" + field + "\"");
        }
        return array;
    }

    private static TraceSpan span(JsonNode span) throws JsonProcessingException {
        if (!span.path("spanId").isTextual() || !span.path("name").isTextual()) {
            throw new UnexpectedShape("a span without id or name");
        }
        String parent = span.path("parentSpanId").asText("");
        return new TraceSpan(
                span.path("spanId").asText(),
                parent.isEmpty() || span.path("parentSpanId").isNull() ? null : parent,
                span.path("name").asText(),
                span.path("kind").asText("INTERNAL"),
                span.path("service").asText(""),
                span.path("startUnixNano").asLong(),
                span.path("endUnixNano").asLong(),
                span.path("status").asText("UNSET"),
                span.path("statusMessage").asText(""),
                attributes(span));
    }

    /** Log records, in the order of the answer. */
    static List<LogLine> logs(String json) throws JsonProcessingException {
        List<LogLine> lines = new ArrayList<>();
        for (JsonNode entry : array(JSON.readTree(json), "records")) {
            JsonNode spanId = entry.path("spanId");
            lines.add(new LogLine(
                    entry.path("severity").asText(""),
                    entry.path("body").isTextual()
                            ? entry.path("body").asText()
                            : entry.path("body").toString(),
                    entry.path("service").asText(""),
                    spanId.isTextual() ? spanId.asText() : null,
                    attributes(entry)));
        }
        return lines;
    }

    private static Map<String, Object> attributes(JsonNode owner) {
        Map<String, Object> attributes = new HashMap<>();
        owner.path("attributes").properties().forEach(entry -> {
            Object value = value(entry.getValue());
            if (value != null) {
                attributes.put(entry.getKey(), value);
            }
        });
        return attributes;
    }

    private static @Nullable Object value(JsonNode value) {
        return value.isNull() ? null : JSON.convertValue(value, Object.class);
    }

    /** Valid JSON that is not what the stand-in promises. */
    private static final class UnexpectedShape extends JsonProcessingException {
        private static final long serialVersionUID = 1;

        UnexpectedShape(String what) {
            super(what);
        }
    }
}
