package io.sreobservability.sreagent.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.context.Context;
import io.sreobservability.annotations.ErrorWhen;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.SpanNamePart;
import io.sreobservability.annotations.ToolSpan;
import io.sreobservability.aspects.propagation.ContextPropagator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Calls tools at the backends over HTTP. Safe for use by several threads. A call never throws: whatever fails is a
 * {@link ToolResult} with a code of {@link ToolFailure} and a sentence that names the endpoint.
 */
public final class ToolClient {
    /** How long a call may take in all, unless told otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** The largest answer that is accepted, in bytes. */
    public static final int MAX_ANSWER_BYTES = 1 << 20;

    private static final int MAX_DETAIL_LENGTH = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ToolCatalog catalog;
    private final ToolEndpoints endpoints;
    private final ApiKey apiKey;
    private final Duration timeout;
    private final HttpClient http;

    /** A client with the {@linkplain #DEFAULT_TIMEOUT default time limit}. */
    public ToolClient(ToolCatalog catalog, ToolEndpoints endpoints, ApiKey apiKey) {
        this(catalog, endpoints, apiKey, DEFAULT_TIMEOUT);
    }

    /**
     * A client with its own time limit.
     *
     * @param timeout the longest a call may take, from connecting to the answer's last byte
     */
    public ToolClient(ToolCatalog catalog, ToolEndpoints endpoints, ApiKey apiKey, Duration timeout) {
        this.catalog = catalog;
        this.endpoints = endpoints;
        this.apiKey = apiKey;
        this.timeout = timeout;
        // HTTP/1.1: the backends speak nothing else, and the JDK would offer an upgrade with every first request.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Calls one tool and waits for its answer.
     *
     * @param tool a name of the catalog; another name gives a failed result
     * @param arguments by parameter name; checked before anything is sent; values are sent as their text,
     *     and a {@code null} counts as absent
     */
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
        URI base = endpoints.base(definition.domain());
        Exchange exchange = new Exchange(definition, base + definition.path());
        return exchange.send(URI.create(base + definition.pathAndQuery(values)));
    }

    /** One request and the reading of its answer. {@code place} is the endpoint without arguments, for messages. */
    private final class Exchange {
        private final ToolDefinition tool;
        private final String place;

        Exchange(ToolDefinition tool, String place) {
            this.tool = tool;
            this.place = place;
        }

        ToolResult send(URI uri) {
            // The request's own timeout ends with the headers; waiting on the future covers the body too.
            CompletableFuture<HttpResponse<byte[]>> pending =
                    http.sendAsync(request(uri), BoundedBody.ofAtMost(MAX_ANSWER_BYTES));
            try {
                return read(pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                pending.cancel(true);
                return timedOut();
            } catch (InterruptedException e) {
                pending.cancel(true);
                Thread.currentThread().interrupt();
                return failure(ToolFailure.INTERRUPTED, "was broken off because the caller was interrupted");
            } catch (ExecutionException e) {
                return broken(e.getCause() == null ? e : e.getCause());
            }
        }

        private HttpRequest request(URI uri) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .header(ApiKey.HEADER, apiKey.headerValue())
                    .header("Accept", "application/json");
            // The backend's span becomes a child of the span that is current here. Of who asks and what, nothing goes
            // along
            // but the investigation id.
            ContextPropagator.trusting().inject(Context.current(), request, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.header(name, value);
                }
            });
            return request.GET().build();
        }

        private ToolResult read(HttpResponse<byte[]> response) {
            String body = new String(response.body(), UTF_8);
            JsonNode json = parse(body);
            if (response.statusCode() != 200) {
                return failure(
                        ToolFailure.http(response.statusCode()),
                        "answered with status " + response.statusCode() + detail(json));
            }
            if (!json.isObject()) {
                return failure(ToolFailure.INVALID_ANSWER, "answered with something that is not a JSON object");
            }
            return ToolResult.success(tool.name(), body);
        }

        private ToolResult broken(Throwable cause) {
            if (cause instanceof BoundedBody.TooLarge || cause.getCause() instanceof BoundedBody.TooLarge) {
                return failure(ToolFailure.ANSWER_TOO_LARGE, "answered with more than " + MAX_ANSWER_BYTES + " bytes");
            }
            if (cause instanceof HttpTimeoutException) {
                return timedOut();
            }
            if (cause instanceof ConnectException) {
                return cause.getCause() instanceof UnresolvedAddressException
                                || cause.getCause() instanceof UnknownHostException
                        ? failure(ToolFailure.UNKNOWN_HOST, "can't be reached: the host has no address")
                        : failure(ToolFailure.CONNECTION_REFUSED, "can't be reached: the connection was refused");
            }
            if (cause instanceof IOException) {
                return failure(ToolFailure.CONNECTION_FAILED, "can't be reached: the connection broke");
            }
            return failure(cause.getClass().getSimpleName(), "could not be called");
        }

        private ToolResult timedOut() {
            return failure(ToolFailure.TIMEOUT, "did not answer within " + timeout.toMillis() + " ms");
        }

        private ToolResult failure(String errorType, String whatHappened) {
            return ToolResult.failure(
                    tool.name(), errorType, "Tool " + tool.name() + ": " + place + " " + whatHappened + ".");
        }
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

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private static String detail(JsonNode json) {
        JsonNode detail = json.path("detail");
        if (detail.isMissingNode()) {
            return "";
        }
        String text = detail.isTextual() ? detail.textValue() : detail.toString();
        return " (" + (text.length() > MAX_DETAIL_LENGTH ? text.substring(0, MAX_DETAIL_LENGTH) + "..." : text) + ")";
    }
}
