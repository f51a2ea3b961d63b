package io.sreobservability.sreagent.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tool of the gateway: one operation of a backend's OpenAPI document, always GET.
 *
 * @param name as clients call it: {@code <target>___<operation>}
 * @param operation the operation's id, the tool's name without the target
 * @param description for the model
 * @param inputSchema the JSON schema of its arguments
 * @param place the endpoint's address, parameters in braces and no query: for messages and traces, it holds no content
 * @param inPath the parameters that are in the path
 */
record GatewayTool(
        String name,
        String operation,
        String description,
        Map<String, Object> inputSchema,
        String place,
        Set<String> inPath) {
    private static final Set<String> NO_SEGMENT = Set.of("", ".", "..");

    /** The backend that answers it: what comes before the operation. */
    String target() {
        return name.substring(0, name.length() - operation.length());
    }

    /**
     * The parameter, if any, whose value would lead to another endpoint. No escape is a help: whoever normalises paths on the way takes
     * away an empty segment and {@code .}, and goes a step up at {@code ..}.
     */
    Optional<String> leadingElsewhere(Map<String, ? extends @Nullable Object> arguments) {
        return inPath.stream()
                .filter(parameter -> NO_SEGMENT.contains(String.valueOf(arguments.get(parameter))))
                .findFirst();
    }

    /** Where a call with these arguments goes; they passed the schema. An argument that is {@code null} is absent. */
    URI uri(Map<String, ? extends @Nullable Object> arguments) {
        String path = place;
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, ? extends @Nullable Object> argument : arguments.entrySet()) {
            Object value = argument.getValue();
            if (value == null) {
                continue;
            }
            if (inPath.contains(argument.getKey())) {
                path = path.replace("{" + argument.getKey() + "}", encode(value.toString()));
            } else {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encode(argument.getKey()))
                        .append('=')
                        .append(encode(value.toString()));
            }
        }
        return URI.create(path + query);
    }

    // URLEncoder writes a blank as '+', which means a plus sign inside a path.
    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
