package io.sreobservability.sreagent.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.sreobservability.sreagent.tool.ParameterProblem;
import io.sreobservability.sreagent.tool.ToolDefinition;
import java.io.IOException;
import java.util.List;

/** Writes JSON answers. Every refusal has the same shape: {@code {"detail": ...}}. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static void refuse(HttpExchange exchange, int status, String detail) throws IOException {
        send(exchange, status, JsonNodeFactory.instance.objectNode().put("detail", detail));
    }

    /** Status 422 with every problem and its place. */
    static void refuse(HttpExchange exchange, ToolDefinition tool, List<ParameterProblem> problems) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode detail = body.putArray("detail");
        for (ParameterProblem problem : problems) {
            ObjectNode entry = detail.addObject();
            entry.putArray("loc")
                    .add(tool.isInPath(problem.parameter()) ? "path" : "query")
                    .add(problem.parameter());
            entry.put("msg", problem.message());
        }
        send(exchange, 422, body);
    }

    static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            // The answer to HEAD has no body, whatever its status.
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
