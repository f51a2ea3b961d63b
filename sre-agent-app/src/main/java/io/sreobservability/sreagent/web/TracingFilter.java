package io.sreobservability.sreagent.web;

import io.opentelemetry.api.OpenTelemetry;
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

/** Every request of a servlet inside its server span. */
public final class TracingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient ServerSpans spans;
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
        this.spans = new ServerSpans(openTelemetry, scope);
        this.routes = Set.copyOf(routes);
        this.isTrusted = isTrusted;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            spans.<Exception>trace(describe(request), () -> {
                chain.doFilter(request, response);
                return response.getStatus();
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private ServerRequest describe(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ContextPropagator.trusting()
                .fields()
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        String path = request.getRequestURI();
        return new ServerRequest(
                request.getMethod(),
                path,
                routes.contains(path) ? path : null,
                request.getScheme(),
                request.getLocalAddr(),
                request.getLocalPort(),
                isTrusted.test(request),
                headers);
    }
}
