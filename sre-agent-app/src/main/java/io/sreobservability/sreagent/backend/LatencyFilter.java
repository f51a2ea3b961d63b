package io.sreobservability.sreagent.backend;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;

/** Holds every answer back, to rehearse a slow backend. */
final class LatencyFilter extends Filter {
    private final Duration latency;

    LatencyFilter(Duration latency) {
        this.latency = latency;
    }

    @Override
    public String description() {
        return "latency";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException stopping) {
            // The server ends: answer at once rather than not at all.
            Thread.currentThread().interrupt();
        }
        chain.doFilter(exchange);
    }
}
