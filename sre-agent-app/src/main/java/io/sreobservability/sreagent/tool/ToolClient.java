package io.sreobservability.sreagent.tool;

import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.annotations.ToolSpan;
import io.sreobservability.sreagent.remote.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Calls tools through an MCP gateway: ours, or one of Amazon Bedrock AgentCore. Safe for use by several threads. A call
 * never throws: whatever fails is a {@link ToolResult} with a code of {@link ToolFailure} and a sentence that names the
 * endpoint. What may pass is tried again by its {@link RetryPolicy}. Close it to end its connection.
 */
public final class ToolClient implements ToolCaller, AutoCloseable {
    /** How long a try may take, unless told otherwise: a little more than our gateway gives a backend. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(12);

    private final ToolCatalog catalog;
    private final GatewayAddress address;
    private final GatewaySession gateway;
    private final ToolAttempts attempts;

    /** A client with the {@linkplain #DEFAULT_TIMEOUT default time limit}. It connects when it is first used. */
    public ToolClient(ToolCatalog catalog, GatewayAddress gateway, TokenSource tokens) {
        this(
                catalog,
                gateway,
                tokens,
                DEFAULT_TIMEOUT,
                new ToolAttempts(
                        RetryPolicy.standard(),
                        Sleeper.real(),
                        () -> ThreadLocalRandom.current().nextDouble()));
    }

    /**
     * A client with its own limits.
     *
     * @param timeout the longest a try may take, from sending to the answer's last byte
     */
    ToolClient(
            ToolCatalog catalog, GatewayAddress gateway, TokenSource tokens, Duration timeout, ToolAttempts attempts) {
        this.catalog = catalog;
        this.address = gateway;
        this.gateway = new GatewaySession(gateway, tokens, timeout, System::nanoTime);
        this.attempts = attempts;
    }

    /**
     * Calls one tool and waits for its answer.
     *
     * @param tool a name of the catalog; another name gives a failed result
     * @param arguments by parameter name; checked before anything is sent; a {@code null} counts as absent
     */
    @Override
    public ToolResult call(String tool, Map<String, Object> arguments) {
        return call(tool, arguments, retry -> {});
    }

    @Override
    @ToolSpan("tool.{tool_name}")
    @ErrorWhen(value = "isError()", type = "errorType()")
    public ToolResult call(
            @SpanNamePart("tool_name") String tool,
            @SpanAttribute("sre.tool_params") Map<String, Object> arguments,
            Consumer<ToolRetry> told) {
        ToolDefinition definition = catalog.find(tool).orElse(null);
        if (definition == null) {
            return ToolResult.failure(tool, ToolFailure.UNKNOWN_TOOL, "There is no tool called '" + tool + "'.");
        }
        Map<String, String> values = ToolArguments.texts(arguments);
        List<ParameterProblem> problems = definition.check(values);
        if (!problems.isEmpty()) {
            String reasons = problems.stream().map(ParameterProblem::toString).collect(Collectors.joining("; "));
            return ToolResult.failure(
                    tool, ToolFailure.INVALID_ARGUMENTS, "Tool " + tool + " was not called: " + reasons + ".");
        }
        Map<String, Object> typed = ToolArguments.typed(definition, values);
        return attempts.call(tool, () -> once(tool, typed), told);
    }

    private Tried once(String tool, Map<String, Object> arguments) {
        try {
            return Tried.of(ToolAnswer.read(tool, gateway.call(tool, arguments)));
        } catch (GatewayException e) {
            return new Tried(
                    ToolResult.failure(
                            tool, e.code(), "Tool " + tool + ": the gateway " + address + " " + e.getMessage() + "."),
                    e.mayPass());
        }
    }

    @Override
    public Optional<String> missing(Collection<String> tools) {
        try {
            List<String> missing = new ArrayList<>(tools);
            missing.removeAll(gateway.offered(tools));
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of("The gateway " + address + " does not offer " + String.join(", ", missing) + ".");
        } catch (GatewayException e) {
            return Optional.of("No tools: the gateway " + address + " " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
