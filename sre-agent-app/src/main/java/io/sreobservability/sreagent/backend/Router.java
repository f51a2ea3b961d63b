package io.sreobservability.sreagent.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sreobservability.sreagent.tool.ToolDefinition;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the tool a path belongs to. */
final class Router {
    private final List<ToolDefinition> tools;

    Router(List<ToolDefinition> tools) {
        this.tools = List.copyOf(tools);
    }

    /** The tool and the parameters in the path, or nothing. */
    Optional<Route> match(String rawPath) {
        return tools.stream().flatMap(tool -> match(tool, rawPath).stream()).findFirst();
    }

    private static Optional<Route> match(ToolDefinition tool, String rawPath) {
        String[] wanted = tool.path().split("/", -1);
        String[] given = rawPath.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), decode(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Route(tool, parameters));
    }

    // A plus sign is itself in a path, but a blank to URLDecoder. The server has checked the percent escapes.
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    }

    /**
     * A tool's endpoint as it was called.
     *
     * @param tool whose endpoint it is; its {@link ToolDefinition#path()} is the route of traces
     * @param parameters those in the path, decoded
     */
    record Route(ToolDefinition tool, Map<String, String> parameters) {}
}
