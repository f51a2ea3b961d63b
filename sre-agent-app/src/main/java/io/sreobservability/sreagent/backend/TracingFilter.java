package io.sreobservability.sreagent.backend;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.web.ServerRequest;
import io.sreobservability.sreagent.web.ServerSpans;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Every request inside its server span. */
final class TracingFilter extends Filter {
    private final ServerSpans spans;
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
        this.spans = new ServerSpans(openTelemetry, "io.sreobservability.sreagent.backend");
        this.isTrusted = isTrusted;
        this.routeOfPath = routeOfPath;
    }

    @Override
    public String description() {
        return "server span per request";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        spans.<IOException>trace(request(exchange), () -> {
            chain.doFilter(exchange);
            return exchange.getResponseCode();
        });
    }

    private ServerRequest request(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        InetSocketAddress here = exchange.getLocalAddress();
        return new ServerRequest(
                exchange.getRequestMethod(),
                path,
                routeOfPath.apply(path).orElse(null),
                "http",
                here.getAddress().getHostAddress(),
                here.getPort(),
                isTrusted.test(exchange),
                exchange.getRequestHeaders());
    }
}
