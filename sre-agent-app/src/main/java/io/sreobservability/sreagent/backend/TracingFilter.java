package io.sreobservability.sreagent.backend;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.sreobservability.aspects.propagation.Carriers;
import io.sreobservability.aspects.propagation.ContextLink;
import io.sreobservability.aspects.propagation.ContextPropagator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One SERVER span per request, by OpenTelemetry's HTTP conventions (https://opentelemetry.io/docs/specs/semconv/http/):
 * child of the caller's span if a trusted caller sent a valid {@code traceparent}, else the root of a new trace, with a
 * link to the span of a caller who is not trusted. The query string stays out: it can hold what users typed.
 */
final class TracingFilter extends Filter {
    private static final Set<String> KNOWN_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private final Tracer tracer;
    private final Predicate<HttpExchange> isTrusted;
    private final Function<String, Optional<String>> routeOfPath;

    /**
     * A filter that reports to {@code openTelemetry}.
     *
     * @param isTrusted whether the caller may have its trace continued
     * @param routeOfPath the path template of a raw path, if it has one
     */
    TracingFilter(
            OpenTelemetry openTelemetry,
            Predicate<HttpExchange> isTrusted,
            Function<String, Optional<String>> routeOfPath) {
        this.tracer = openTelemetry.getTracer("io.sreobservability.sreagent.backend");
        this.isTrusted = isTrusted;
        this.routeOfPath = routeOfPath;
    }

    @Override
    public String description() {
        return "server span per request";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Context incoming = incoming(exchange);
        Span span = startSpan(exchange, incoming);
        try (Scope scope = incoming.with(span).makeCurrent()) {
            // Named, so that the compiler sees it used: closing it restores the thread's former context.
            assert scope != null;
            chain.doFilter(exchange);
            finish(span, exchange.getResponseCode());
        } catch (IOException | RuntimeException | Error e) {
            span.setAttribute(ErrorAttributes.ERROR_TYPE, e.getClass().getName());
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private Context incoming(HttpExchange exchange) {
        ContextPropagator propagator =
                isTrusted.test(exchange) ? ContextPropagator.trusting() : ContextPropagator.distrusting();
        return propagator.extract(Context.root(), exchange.getRequestHeaders(), Carriers.headers());
    }

    private Span startSpan(HttpExchange exchange, Context incoming) {
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        boolean known = KNOWN_METHODS.contains(method);
        Optional<String> route = routeOfPath.apply(path);
        SpanBuilder span = tracer.spanBuilder(
                        (known ? method : "HTTP") + route.map(r -> " " + r).orElse(""))
                .setParent(incoming)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, known ? method : "_OTHER")
                .setAttribute(UrlAttributes.URL_PATH, path)
                .setAttribute(UrlAttributes.URL_SCHEME, "http")
                .setAttribute(
                        ServerAttributes.SERVER_ADDRESS,
                        exchange.getLocalAddress().getAddress().getHostAddress())
                .setAttribute(ServerAttributes.SERVER_PORT, (long)
                        exchange.getLocalAddress().getPort());
        route.ifPresent(r -> span.setAttribute(HttpAttributes.HTTP_ROUTE, r));
        return ContextLink.addTo(span, incoming).startSpan();
    }

    private static void finish(Span span, int status) {
        span.setAttribute(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, (long) status);
        if (status >= 500) {
            // A 4xx is the caller's error: for a server span it is none.
            span.setAttribute(ErrorAttributes.ERROR_TYPE, Integer.toString(status));
            span.setStatus(StatusCode.ERROR);
        }
    }
}
