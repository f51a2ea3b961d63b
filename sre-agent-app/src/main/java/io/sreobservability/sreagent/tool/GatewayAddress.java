package io.sreobservability.sreagent.tool;

import java.net.URI;
import java.util.Map;

/**
 * Where an MCP gateway is called: scheme, host, port and path, without a path that of our own gateway.
 *
 * @param uri the whole address, for example {@code http://127.0.0.1:8015/mcp}
 */
public record GatewayAddress(URI uri) {
    /** The environment variable that holds the address; default {@value #DEFAULT}. */
    public static final String ENVIRONMENT_VARIABLE = "SRE_AGENT_GATEWAY_URL";

    private static final String DEFAULT = "http://127.0.0.1:8015/mcp";
    private static final String DEFAULT_PATH = "/mcp";
    private static final String RULE = " must look like " + DEFAULT + " (no user, no query).";

    public GatewayAddress {
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        if (!web || uri.getHost() == null || !plain) {
            throw new IllegalArgumentException("The gateway's address" + RULE);
        }
        if (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/")) {
            uri = uri.resolve(DEFAULT_PATH);
        }
    }

    /**
     * The address from {@value #ENVIRONMENT_VARIABLE}.
     *
     * @throws IllegalArgumentException with a message for the user if it is malformed
     */
    public static GatewayAddress fromEnvironment(Map<String, String> environment) {
        try {
            return new GatewayAddress(URI.create(environment.getOrDefault(ENVIRONMENT_VARIABLE, DEFAULT)));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(ENVIRONMENT_VARIABLE + RULE, malformed);
        }
    }

    /** Scheme, host and port. */
    String base() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The path, never empty. */
    String path() {
        return uri.getRawPath();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
