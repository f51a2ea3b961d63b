package io.sreobservability.local.wire.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.local.wire.http.HttpProblem;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The one place where OTLP's JSON differs from protobuf's own: trace and span ids are hex there, where protobuf says
 * base64 (OTLP specification, "JSON Protobuf Encoding").
 */
final class OtlpJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> IDS = List.of("traceId", "spanId", "parentSpanId");

    private OtlpJson() {}

    /** The same request in protobuf's JSON mapping. */
    static String toProtobufJson(byte[] body) throws IOException, HttpProblem {
        JsonNode root = JSON.readTree(body);
        if (!root.isObject()) {
            throw new HttpProblem(400, "The body must be a JSON object.");
        }
        for (JsonNode resource : root.path("resourceSpans")) {
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    rewriteIds(span);
                    for (JsonNode link : span.path("links")) {
                        rewriteIds(link);
                    }
                }
            }
        }
        for (JsonNode resource : root.path("resourceLogs")) {
            for (JsonNode scope : resource.path("scopeLogs")) {
                for (JsonNode record : scope.path("logRecords")) {
                    rewriteIds(record);
                }
            }
        }
        return root.toString();
    }

    private static void rewriteIds(JsonNode node) throws HttpProblem {
        if (node instanceof ObjectNode object) {
            for (String id : IDS) {
                JsonNode value = object.get(id);
                if (value != null && value.isTextual()) {
                    object.put(id, Base64.getEncoder().encodeToString(bytes(id, value.textValue())));
                }
            }
        }
    }

    private static byte[] bytes(String field, String hex) throws HttpProblem {
        try {
            return HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "The body is not valid OTLP JSON: " + field + " must be hex digits.");
        }
    }

    static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
