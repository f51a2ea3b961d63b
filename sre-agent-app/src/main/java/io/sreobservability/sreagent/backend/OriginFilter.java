package io.sreobservability.sreagent.backend;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.sreobservability.sreagent.web.OwnHosts;
import java.io.IOException;
import java.util.Optional;

/** Lets in what {@link OwnHosts} does not refuse. */
final class OriginFilter extends Filter {
    private final OwnHosts hosts;

    OriginFilter(OwnHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String description() {
        return "own host names only, no web pages";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Optional<String> refusal = hosts.refusal(
                exchange.getRequestHeaders().getFirst("Host"),
                exchange.getRequestHeaders().getFirst("Origin"));
        if (refusal.isPresent()) {
            Answers.refuse(exchange, 403, refusal.get());
        } else {
            chain.doFilter(exchange);
        }
    }
}
