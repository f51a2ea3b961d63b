package io.sreobservability.sreagent.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes tools of an OpenAPI document: one of each operation that has an id. The document is all it knows of a backend,
 * so another API with GET operations would do as well.
 */
final class OpenApiTools {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenApiTools() {}

    /**
     * The tools of a document, in its order.
     *
     * @param target the name of the backend among those of the gateway
     */
    static List<GatewayTool> of(String target, JsonNode document) {
        String server = document.at("/servers/0/url").asText();
        List<GatewayTool> tools = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode operation = path.getValue().path("get");
            if (operation.has("operationId")) {
                tools.add(tool(target, server + path.getKey(), operation));
            }
        });
        return tools;
    }

    private static GatewayTool tool(String target, String place, JsonNode operation) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        Set<String> inPath = new LinkedHashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            ObjectNode property = parameter.path("schema").deepCopy();
            properties.set(
                    name,
                    property.put("description", parameter.path("description").asText()));
            if (parameter.path("required").asBoolean()) {
                required.add(name);
            }
            if (parameter.path("in").asText().equals("path")) {
                inPath.add(name);
            }
        }
        schema.put("additionalProperties", false);
        String id = operation.path("operationId").asText();
        Map<String, Object> input = JSON.convertValue(schema, new TypeReference<>() {});
        return new GatewayTool(
                target + ToolDomain.SEPARATOR + id,
                id,
                operation.path("summary").asText(),
                input,
                place,
                Set.copyOf(inPath));
    }
}
