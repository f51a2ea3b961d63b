package io.sreobservability.sreagent.tool.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDefinition;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.ToolParameter;
import java.net.URI;

/**
 * Describes one backend in OpenAPI 3.1. Each tool is an operation whose {@code operationId} is the tool's name; health and
 * the document itself have none, so that nobody takes them for tools.
 */
public final class OpenApiDocument {
    /** Where a backend serves its document. */
    public static final String PATH = "/openapi.json";

    /** Where a backend tells that it is healthy. */
    public static final String HEALTH_PATH = "/";

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String SECURITY_SCHEME = "ApiKey";

    private final ToolCatalog catalog;
    private final ToolDomain domain;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private OpenApiDocument(ToolCatalog catalog, ToolDomain domain) {
        this.catalog = catalog;
        this.domain = domain;
    }

    /**
     * The document of a domain's backend.
     *
     * @param server where that backend listens, without a path
     */
    public static ObjectNode of(ToolCatalog catalog, ToolDomain domain, URI server) {
        return new OpenApiDocument(catalog, domain).describe(server);
    }

    private ObjectNode describe(URI server) {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", domain.title()).put("version", "1.0.0");
        document.putArray("servers").addObject().put("url", server.toString());
        document.putArray("security").addObject().putArray(SECURITY_SCHEME);
        ObjectNode paths = document.putObject("paths");
        answer(get(paths, HEALTH_PATH, "Tells that the backend is healthy."), "Health");
        get(paths, PATH, "This document.")
                .withObject("responses")
                .putObject("200")
                .put("description", "The document.")
                .putObject("content")
                .putObject("application/json");
        catalog.definitions(domain).forEach(tool -> operation(paths, tool));
        components();
        return document;
    }

    private void operation(ObjectNode paths, ToolDefinition tool) {
        ObjectNode operation = get(paths, tool.path(), tool.description());
        operation.put("operationId", tool.name());
        ArrayNode parameters = operation.putArray("parameters");
        boolean byId = false;
        for (ToolParameter parameter : tool.parameters()) {
            boolean inPath = tool.isInPath(parameter.name());
            byId |= inPath;
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("in", inPath ? "path" : "query")
                    .put("required", parameter.required())
                    .put("description", parameter.description())
                    .set("schema", ParameterSchema.of(parameter));
        }
        answer(operation, tool.answer());
        ObjectNode responses = operation.withObject("responses");
        responses.set("422", reference("responses", "InvalidParameters"));
        responses.set("500", reference("responses", "Failure"));
        if (byId) {
            responses.set("404", reference("responses", "Failure"));
        }
    }

    private static ObjectNode get(ObjectNode paths, String path, String summary) {
        ObjectNode operation = paths.putObject(path).putObject("get").put("summary", summary);
        ObjectNode responses = operation.putObject("responses");
        // No or a wrong key; a web page or a foreign Host; a server that is stopping.
        for (String status : new String[] {"401", "403", "503"}) {
            responses.set(status, reference("responses", "Failure"));
        }
        return operation;
    }

    private static void answer(ObjectNode operation, String schema) {
        operation
                .withObject("responses")
                .putObject("200")
                .put("description", "The answer.")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", SCHEMAS + schema);
    }

    private void components() {
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject(SECURITY_SCHEME)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", ApiKey.HEADER);
        ObjectNode responses = components.putObject("responses");
        response(responses, "Failure", "What went wrong, in one sentence.");
        response(responses, "InvalidParameters", "Every parameter that is wrong, with its place.");
        ObjectNode schemas = components.putObject("schemas");
        schemas.setAll(AnswerSchemas.of(domain));
        schemas.setAll(CommonSchemas.of(domain));
    }

    private static void response(ObjectNode responses, String name, String description) {
        responses
                .putObject(name)
                .put("description", description)
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", SCHEMAS + name);
    }

    private static ObjectNode reference(String kind, String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }
}
