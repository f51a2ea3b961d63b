package io.sreobservability.sreagent.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /ping}: whether the service is well, in AgentCore Runtime's words; {@code HealthyBusy} keeps a session alive
 * while something runs in it. A filter, so that it stands before the one that makes spans: nobody wants a trace of it.
 */
final class PingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/ping";

    private final transient Turns turns;

    PingFilter(Turns turns) {
        this.turns = turns;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("GET") || !request.getRequestURI().equals(PATH)) {
            chain.doFilter(request, response);
        } else if (turns.stopping()) {
            Answers.refuse(response, Turns.stopped());
        } else {
            String status = turns.busy() ? "HealthyBusy" : "Healthy";
            Answers.send(response, 200, JsonNodeFactory.instance.objectNode().put("status", status));
        }
    }
}
