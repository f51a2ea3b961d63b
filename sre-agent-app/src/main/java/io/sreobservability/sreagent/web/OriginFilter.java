package io.sreobservability.sreagent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Lets in what {@link OwnHosts} does not refuse. */
public final class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient OwnHosts hosts;

    /** A filter by this rule. */
    public OriginFilter(OwnHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> refusal = hosts.refusal(request.getHeader("Host"), request.getHeader("Origin"));
        if (refusal.isPresent()) {
            JsonRefusal.send(response, 403, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
