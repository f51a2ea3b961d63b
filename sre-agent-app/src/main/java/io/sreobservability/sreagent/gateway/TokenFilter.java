package io.sreobservability.sreagent.gateway;

import io.sreobservability.sreagent.tool.AccessToken;
import io.sreobservability.sreagent.web.JsonRefusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets in who brings the token. */
final class TokenFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient AccessToken token;

    TokenFilter(AccessToken token) {
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (admits(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            JsonRefusal.send(response, 401, "Invalid or missing access token");
        }
    }

    /** Whether the request brings the token. */
    boolean admits(HttpServletRequest request) {
        return token.isIn(request.getHeader(AccessToken.HEADER));
    }
}
