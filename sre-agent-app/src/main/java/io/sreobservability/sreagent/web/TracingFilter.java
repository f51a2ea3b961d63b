package io.sreobservability.sreagent.web;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.sreobservability.aspects.propagation.Carriers;
import io.sreobservability.aspects.propagation.ContextLink;
import io.sreobservability.aspects.propagation.ContextPropagator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One SERVER span per HTTP request, by OpenTelemetry's HTTP conventions, as the backends have them: child of a trusted
 * caller's span, or the root of a new trace that only links to a stranger's.
 */
public final class TracingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> KNOWN_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private final transient Tracer tracer;
    private final transient Set<String> routes;
    private final transient Predicate<HttpServletRequest> isTrusted;

    /**
     * A filter that reports to {@code openTelemetry}.
     *
     * @param scope the instrumentation scope of its spans: the package of the server
     * @param routes the paths that are answered
     * @param isTrusted whether the caller may have its trace continued
     */
    public TracingFilter(
            OpenTelemetry openTelemetry, String scope, Set<String> routes, Predicate<HttpServletRequest> isTrusted) {
        this.tracer = openTelemetry.getTracer(scope);
        this.routes = Set.copyOf(routes);
        this.isTrusted = isTrusted;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Context incoming = incoming(request);
        Span span = startSpan(request, incoming);
        try (Scope scope = incoming.with(span).makeCurrent()) {
            // Named, so that the compiler sees it used: closing it restores the thread's former context.
            assert scope != null;
            chain.doFilter(request, response);
            finish(span, response.getStatus());
        } catch (IOException | ServletException | RuntimeException | Error e) {
            span.setAttribute(ErrorAttributes.ERROR_TYPE, e.getClass().getName());
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private Context incoming(HttpServletRequest request) {
        ContextPropagator propagator =
                isTrusted.test(request) ? ContextPropagator.trusting() : ContextPropagator.distrusting();
        TextMapGetter<Map<String, List<String>>> getter = Carriers.headers();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        propagator.fields().forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return propagator.extract(Context.root(), headers, getter);
    }

    private Span startSpan(HttpServletRequest request, Context incoming) {
        boolean known = KNOWN_METHODS.contains(request.getMethod());
        String path = request.getRequestURI();
        boolean routed = routes.contains(path);
        SpanBuilder span = tracer.spanBuilder((known ? request.getMethod() : "HTTP") + (routed ? " " + path : ""))
                .setParent(incoming)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, known ? request.getMethod() : "_OTHER")
                .setAttribute(UrlAttributes.URL_PATH, path)
                .setAttribute(UrlAttributes.URL_SCHEME, request.getScheme())
                .setAttribute(ServerAttributes.SERVER_ADDRESS, request.getLocalAddr())
                .setAttribute(ServerAttributes.SERVER_PORT, (long) request.getLocalPort());
        if (routed) {
            span.setAttribute(HttpAttributes.HTTP_ROUTE, path);
        }
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
