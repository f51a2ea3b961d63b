package io.sreobservability.sreagent.web;

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
import java.util.Set;

/**
 * One SERVER span per request, by OpenTelemetry's HTTP conventions (https://opentelemetry.io/docs/specs/semconv/http/):
 * child of the caller's span if a trusted caller sent a valid {@code traceparent}, else the root of a new trace, with a
 * link to the span of a caller who is not trusted.
 */
public final class ServerSpans {
    private static final Set<String> KNOWN_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private final Tracer tracer;

    /**
     * Spans that go to {@code openTelemetry}.
     *
     * @param scope their instrumentation scope: the package of the server
     */
    public ServerSpans(OpenTelemetry openTelemetry, String scope) {
        this.tracer = openTelemetry.getTracer(scope);
    }

    /** The answering of a request. */
    @FunctionalInterface
    public interface Answering<X extends Exception> {
        /** Answers, and tells the status that was sent. */
        int run() throws X;
    }

    /** Answers a request inside its span; what is thrown marks the span and is thrown on. */
    public <X extends Exception> void trace(ServerRequest request, Answering<X> answering) throws X {
        Context incoming = incoming(request);
        Span span = start(request, incoming);
        try (Scope scope = incoming.with(span).makeCurrent()) {
            // Named, so that the compiler sees it used: closing it restores the thread's former context.
            assert scope != null;
            finish(span, answering.run());
        } catch (Throwable thrown) {
            span.setAttribute(ErrorAttributes.ERROR_TYPE, thrown.getClass().getName());
            span.setStatus(StatusCode.ERROR);
            throw thrown;
        } finally {
            span.end();
        }
    }

    private static Context incoming(ServerRequest request) {
        ContextPropagator propagator =
                request.trusted() ? ContextPropagator.trusting() : ContextPropagator.distrusting();
        return propagator.extract(Context.root(), request.headers(), Carriers.headers());
    }

    private Span start(ServerRequest request, Context incoming) {
        boolean known = KNOWN_METHODS.contains(request.method());
        String route = request.route();
        SpanBuilder span = tracer.spanBuilder((known ? request.method() : "HTTP") + (route == null ? "" : " " + route))
                .setParent(incoming)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, known ? request.method() : "_OTHER")
                .setAttribute(UrlAttributes.URL_PATH, request.path())
                .setAttribute(UrlAttributes.URL_SCHEME, request.scheme())
                .setAttribute(ServerAttributes.SERVER_ADDRESS, request.address())
                .setAttribute(ServerAttributes.SERVER_PORT, (long) request.port());
        if (route != null) {
            span.setAttribute(HttpAttributes.HTTP_ROUTE, route);
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
