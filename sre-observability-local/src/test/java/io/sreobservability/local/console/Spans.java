package io.sreobservability.local.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.local.Http;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spans and log records of one trace, sent to a stand-in as OTLP in JSON. Times are milliseconds since the trace began. */
public final class Spans {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final String traceId;
    private final long startMillis;
    private final Map<String, ArrayNode> spansOfService = new LinkedHashMap<>();
    private final Map<String, ArrayNode> logsOfService = new LinkedHashMap<>();
    private int last;

    /** A trace that began at {@code startMillis} since 1970. */
    public Spans(String traceId, long startMillis) {
        this.traceId = traceId;
        this.startMillis = startMillis;
    }

    /** Adds a span and returns its id. Kind 1 is INTERNAL, 2 SERVER, 3 CLIENT. An empty {@code parent} makes a root. */
    public String add(
            String parent,
            String name,
            String service,
            int kind,
            double from,
            double to,
            String error,
            Object... attributes) {
        String id = reserve();
        add(id, parent, name, service, kind, from, to, error, attributes);
        return id;
    }

    /** The id of a span that is added later: when it is known when it ended. */
    public String reserve() {
        return String.format("%016x", ++last);
    }

    /** Adds the span of a reserved id. */
    public void add(
            String id,
            String parent,
            String name,
            String service,
            int kind,
            double from,
            double to,
            String error,
            Object... attributes) {
        ObjectNode span = spansOfService
                .computeIfAbsent(service, first -> JSON.createArrayNode())
                .addObject()
                .put("traceId", traceId)
                .put("spanId", id)
                .put("name", name)
                .put("kind", kind)
                .put("startTimeUnixNano", nanos(from))
                .put("endTimeUnixNano", nanos(to));
        if (!parent.isEmpty()) {
            span.put("parentSpanId", parent);
        }
        List<Object> all = new ArrayList<>(List.of(attributes));
        if (!error.isEmpty()) {
            span.putObject("status").put("code", 2);
            all.addAll(List.of("error.type", error));
        }
        put(span, all);
    }

    /** Adds a log record that was written in a span. */
    public void log(String spanId, String service, String severity, double at, String text) {
        ObjectNode log = logsOfService
                .computeIfAbsent(service, first -> JSON.createArrayNode())
                .addObject()
                .put("timeUnixNano", nanos(at))
                .put("severityText", severity)
                .put("traceId", traceId)
                .put("spanId", spanId);
        log.putObject("body").put("stringValue", text);
    }

    /** Sends everything that was added since the last time. */
    public void send(Http http) {
        send(http, "/v1/traces", "resourceSpans", "scopeSpans", "spans", spansOfService);
        send(http, "/v1/logs", "resourceLogs", "scopeLogs", "logRecords", logsOfService);
    }

    private static void send(
            Http http, String path, String resources, String scopes, String items, Map<String, ArrayNode> ofService) {
        ofService.forEach((service, all) -> {
            ObjectNode resource = JSON.createObjectNode();
            ObjectNode entry = resource.putArray(resources).addObject();
            put(entry.putObject("resource"), List.of("service.name", service));
            ObjectNode scope = entry.putArray(scopes).addObject();
            scope.putObject("scope").put("name", "opentelemetry.instrumentation.sre-observability");
            scope.set(items, all);
            HttpResponse<byte[]> answer = http.post(path, "application/json", resource.toString());
            if (answer.statusCode() != 200 || Http.text(answer).contains("partialSuccess\":{\"rejected")) {
                throw new AssertionError(Http.text(answer));
            }
        });
        ofService.clear();
    }

    private static void put(ObjectNode owner, List<Object> attributes) {
        ArrayNode all = owner.putArray("attributes");
        for (int i = 0; i < attributes.size(); i += 2) {
            ObjectNode value =
                    all.addObject().put("key", (String) attributes.get(i)).putObject("value");
            if (attributes.get(i + 1) instanceof Integer number) {
                value.put("intValue", String.valueOf(number));
            } else {
                value.put("stringValue", String.valueOf(attributes.get(i + 1)));
            }
        }
    }

    private String nanos(double millis) {
        return String.valueOf(startMillis * NANOS_OF_MILLI + Math.round(millis * NANOS_OF_MILLI));
    }
}
