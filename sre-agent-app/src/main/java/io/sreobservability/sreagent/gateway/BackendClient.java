package io.sreobservability.sreagent.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.sreobservability.aspects.propagation.ContextPropagator;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls backends: adds the key, passes the trace on, and makes a value of whatever fails. Each call is a CLIENT span by
 * OpenTelemetry's HTTP conventions. Safe for use by several threads.
 */
final class BackendClient {
    /** The largest answer that is passed on, in bytes. */
    static final int MAX_ANSWER_BYTES = 1 << 20;

    /** Calls of one backend at the same time. More are refused, so that one that hangs leaves threads to the others. */
    static final int MOST_AT_ONCE = 64;

    private final ApiKey apiKey;
    private final Duration patience;
    private final Tracer tracer;
    private final HttpClient http;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    BackendClient(ApiKey apiKey, Duration patience, OpenTelemetry openTelemetry) {
        this.apiKey = apiKey;
        this.patience = patience;
        this.tracer = openTelemetry.getTracer("io.sreobservability.sreagent.gateway");
        // HTTP/1.1: the backends speak nothing else, and the JDK would offer an upgrade with every first request.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Calls the tool's endpoint and waits for its answer. Never throws. */
    ToolResult call(GatewayTool tool, Map<String, ? extends @Nullable Object> arguments) {
        BackendAnswer answer = new BackendAnswer(tool);
        Optional<String> elsewhere = tool.leadingElsewhere(arguments);
        if (elsewhere.isPresent()) {
            return answer.refused(elsewhere.get());
        }
        Semaphore free = places.computeIfAbsent(tool.target(), target -> new Semaphore(MOST_AT_ONCE));
        if (!free.tryAcquire()) {
            return answer.busy();
        }
        try {
            return traced(tool, tool.uri(arguments), answer);
        } catch (RuntimeException e) {
            // An address that is none: documents are written by others.
            return answer.broken(e);
        } finally {
            free.release();
        }
    }

    private ToolResult traced(GatewayTool tool, URI uri, BackendAnswer answer) {
        Span span = tracer.spanBuilder("GET")
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, "GET")
                // Without arguments: they can hold what users typed.
                .setAttribute(UrlAttributes.URL_FULL, tool.place())
                .setAttribute(ServerAttributes.SERVER_ADDRESS, uri.getHost())
                .setAttribute(ServerAttributes.SERVER_PORT, (long) port(uri))
                .startSpan();
        try {
            ToolResult result = attempt(uri, answer, span);
            String failure = result.errorType();
            if (failure != null) {
                span.setAttribute(ErrorAttributes.ERROR_TYPE, failure);
                span.setStatus(StatusCode.ERROR);
            }
            return result;
        } finally {
            span.end();
        }
    }

    private ToolResult attempt(URI uri, BackendAnswer answer, Span span) {
        try {
            return send(request(uri, Context.current().with(span)), answer, span);
        } catch (RuntimeException e) {
            // What the JDK will not send, such as a request to no host.
            return answer.broken(e);
        }
    }

    private HttpRequest request(URI uri, Context context) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header(ApiKey.HEADER, apiKey.headerValue())
                .header("Accept", "application/json");
        // The backend's span becomes a child of ours. Of who asks and what, nothing goes along but the investigation
        // id.
        ContextPropagator.trusting().inject(context, request, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.header(name, value);
            }
        });
        return request.GET().build();
    }

    private ToolResult send(HttpRequest request, BackendAnswer answer, Span span) {
        // A request's own timeout ends with the headers; waiting on the future covers the body too.
        CompletableFuture<HttpResponse<byte[]>> pending =
                http.sendAsync(request, BoundedBody.ofAtMost(MAX_ANSWER_BYTES));
        try {
            HttpResponse<byte[]> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            span.setAttribute(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, (long) response.statusCode());
            return answer.read(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    new String(response.body(), UTF_8));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return answer.late(patience);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return answer.interrupted();
        } catch (ExecutionException e) {
            return answer.broken(e.getCause() == null ? e : e.getCause());
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
