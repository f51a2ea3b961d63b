package io.sreobservability.sreagent.backend;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.sreobservability.sreagent.tool.ApiKey;
import java.io.IOException;

/** Lets only requests with the right {@code X-API-Key} through: to every path, known or not, health too. */
final class ApiKeyFilter extends Filter {
    private final ApiKey key;

    ApiKeyFilter(ApiKey key) {
        this.key = key;
    }

    @Override
    public String description() {
        return "API key";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (admits(exchange)) {
            chain.doFilter(exchange);
        } else {
            Answers.refuse(exchange, 401, "Invalid or missing API key");
        }
    }

    /** Whether the request brings the key. */
    boolean admits(HttpExchange exchange) {
        return key.matches(exchange.getRequestHeaders().getFirst(ApiKey.HEADER));
    }
}
