package io.sreobservability.sreagent.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.sreobservability.sreagent.backend.data.DataException;
import io.sreobservability.sreagent.backend.data.DataSet;
import io.sreobservability.sreagent.backend.endpoint.Arguments;
import io.sreobservability.sreagent.backend.endpoint.Endpoint;
import io.sreobservability.sreagent.backend.endpoint.EntityNotFoundException;
import io.sreobservability.sreagent.tool.ParameterProblem;
import io.sreobservability.sreagent.tool.ToolDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request that passed the filters: health, the description of the API, or a tool's endpoint. */
final class ToolHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ToolHandler.class);

    private final Router router;
    private final Map<String, JsonNode> fixed;
    private final Map<String, Endpoint> endpoints;
    private final DataSet data;

    /**
     * A handler of one domain.
     *
     * @param fixed the answers that never change, by path
     */
    ToolHandler(Router router, Map<String, JsonNode> fixed, Map<String, Endpoint> endpoints, DataSet data) {
        this.router = router;
        this.fixed = Map.copyOf(fixed);
        this.endpoints = Map.copyOf(endpoints);
        this.data = data;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Router.Route route = router.match(path).orElse(null);
        JsonNode known = fixed.get(path);
        if (route == null && known == null) {
            Answers.refuse(exchange, 404, "Not Found");
        } else if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            Answers.refuse(exchange, 405, "Method Not Allowed");
        } else if (known != null) {
            Answers.send(exchange, 200, known);
        } else if (route != null) {
            answer(exchange, route);
        }
    }

    private void answer(HttpExchange exchange, Router.Route route) throws IOException {
        ToolDefinition tool = route.tool();
        Query query = Query.parse(exchange.getRequestURI().getRawQuery());
        List<ParameterProblem> problems = new ArrayList<>(query.problems());
        for (String name : route.parameters().keySet()) {
            if (query.values().containsKey(name)) {
                problems.add(new ParameterProblem(name, "belongs into the path"));
            }
        }
        Map<String, String> values = new HashMap<>(query.values());
        values.putAll(route.parameters());
        problems.addAll(tool.check(values));
        if (!problems.isEmpty()) {
            Answers.refuse(exchange, tool, problems);
            return;
        }
        try {
            Endpoint endpoint = endpoints.get(tool.name());
            if (endpoint == null) {
                throw new IllegalStateException("no endpoint for tool " + tool.name());
            }
            Answers.send(exchange, 200, endpoint.answer(new Arguments(tool, values), data.now()));
        } catch (EntityNotFoundException e) {
            Answers.refuse(exchange, 404, String.valueOf(e.getMessage()));
        } catch (DataException e) {
            // The caller learns that it failed, the operator why.
            LOG.error("{} failed: {}", tool.name(), e.getMessage());
            Answers.refuse(exchange, 500, "Internal Server Error");
        } catch (RuntimeException e) {
            LOG.error("{} failed", tool.name(), e);
            Answers.refuse(exchange, 500, "Internal Server Error");
        }
    }
}
