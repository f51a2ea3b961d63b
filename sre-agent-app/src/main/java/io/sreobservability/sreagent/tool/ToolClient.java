package io.sreobservability.sreagent.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.annotations.ToolSpan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls tools through an MCP gateway: ours, or one of Amazon Bedrock AgentCore. Safe for use by several threads. A call
 * never throws: whatever fails is a {@link ToolResult} with a code of {@link ToolFailure} and a sentence that names the
 * endpoint. Close it to end its connection.
 */
public final class ToolClient implements ToolCaller, AutoCloseable {
    /** How long a call may take in all, unless told otherwise: a little more than our gateway gives a backend. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(12);

    private static final int MAX_REASON_LENGTH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ToolCatalog catalog;
    private final GatewayAddress address;
    private final GatewaySession gateway;

    /** A client with the {@linkplain #DEFAULT_TIMEOUT default time limit}. It connects when it is first used. */
    public ToolClient(ToolCatalog catalog, GatewayAddress gateway, AccessToken token) {
        this(catalog, gateway, token, DEFAULT_TIMEOUT);
    }

    /**
     * A client with its own time limit.
     *
     * @param timeout the longest a call may take, from sending to the answer's last byte
     */
    public ToolClient(ToolCatalog catalog, GatewayAddress gateway, AccessToken token, Duration timeout) {
        this.catalog = catalog;
        this.address = gateway;
        this.gateway = new GatewaySession(gateway, token, timeout);
    }

    /**
     * Calls one tool and waits for its answer.
     *
     * @param tool a name of the catalog; another name gives a failed result
     * @param arguments by parameter name; checked before anything is sent; a {@code null} counts as absent
     */
    @Override
    @ToolSpan("tool.{tool_name}")
    @ErrorWhen(value = "isError()", type = "errorType()")
    public ToolResult call(
            @SpanNamePart("tool_name") String tool, @SpanAttribute("sre.tool_params") Map<String, Object> arguments) {
        ToolDefinition definition = catalog.find(tool).orElse(null);
        if (definition == null) {
            return ToolResult.failure(tool, ToolFailure.UNKNOWN_TOOL, "There is no tool called '" + tool + "'.");
        }
        Map<String, String> values = texts(arguments);
        List<ParameterProblem> problems = definition.check(values);
        if (!problems.isEmpty()) {
            String reasons = problems.stream().map(ParameterProblem::toString).collect(Collectors.joining("; "));
            return ToolResult.failure(
                    tool, ToolFailure.INVALID_ARGUMENTS, "Tool " + tool + " was not called: " + reasons + ".");
        }
        try {
            return read(tool, gateway.call(tool, typed(definition, values)));
        } catch (GatewayException e) {
            return ToolResult.failure(
                    tool, e.code(), "Tool " + tool + ": the gateway " + address + " " + e.getMessage() + ".");
        }
    }

    @Override
    public Optional<String> missing(Collection<String> tools) {
        try {
            List<String> missing = new ArrayList<>(tools);
            missing.removeAll(gateway.offered());
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of("The gateway " + address + " does not offer " + String.join(", ", missing) + ".");
        } catch (GatewayException e) {
            return Optional.of("No tools: the gateway " + address + " " + e.getMessage() + ".");
        }
    }

    private static ToolResult read(String tool, CallToolResult result) {
        String text = result.content().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .collect(Collectors.joining("\n"));
        if (Boolean.TRUE.equals(result.isError())) {
            return failed(tool, code(result.meta()), text);
        }
        return isJsonObject(text)
                ? ToolResult.success(tool, text)
                : ToolResult.failure(
                        tool,
                        ToolFailure.INVALID_ANSWER,
                        "Tool " + tool + " answered with something that is not a JSON object.");
    }

    /** Our gateway gives the code and writes the sentence; of others only the text is known. */
    private static ToolResult failed(String tool, @Nullable String code, String text) {
        String brief = text.length() > MAX_REASON_LENGTH ? text.substring(0, MAX_REASON_LENGTH) + "..." : text;
        return code != null
                ? ToolResult.failure(tool, code, brief)
                : ToolResult.failure(tool, ToolFailure.TOOL_ERROR, "Tool " + tool + " failed: " + brief);
    }

    private static @Nullable String code(@Nullable Map<String, Object> meta) {
        return meta != null
                        && meta.get(ToolResult.ERROR_TYPE_MEMBER) instanceof String code
                        && code.matches("[A-Za-z0-9_]{1,64}")
                ? code
                : null;
    }

    private static Map<String, String> texts(Map<String, Object> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (value != null) {
                values.put(name, text(value));
            }
        });
        return values;
    }

    // Models write whole numbers as 5.0 at times.
    private static String text(Object value) {
        boolean whole = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString(((Double) value).longValue()) : value.toString();
    }

    /** The checked texts as the schema wants them: models write numbers in quotes at times. */
    private static Map<String, Object> typed(ToolDefinition definition, Map<String, String> values) {
        Map<String, Object> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            ParameterType type = definition.parameter(name).orElseThrow().type();
            typed.put(
                    name,
                    switch (type) {
                        case STRING, DATE_TIME -> value;
                        case INTEGER -> Integer.valueOf(value);
                        case NUMBER -> new BigDecimal(value);
                    });
        });
        return typed;
    }

    private static boolean isJsonObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
