package io.sreobservability.sreagent.gateway;

import io.sreobservability.sreagent.tool.AccessToken;
import io.sreobservability.sreagent.tool.ApiKey;
import java.time.Duration;

/**
 * How the gateway runs.
 *
 * @param host the address to listen on, a name or a number
 * @param port the TCP port; 0 takes a free one
 * @param token what every request must bring
 * @param apiKey what the backends want to see
 * @param backends where they listen
 * @param patience the longest that a backend may take, from connecting to the last byte of its answer
 */
public record GatewayConfig(
        String host, int port, AccessToken token, ApiKey apiKey, BackendAddresses backends, Duration patience) {
    /** The TCP port that it listens on unless told otherwise. */
    public static final int DEFAULT_PORT = 8015;

    /** The longest that a backend may take unless told otherwise. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

    /** The standard port of the loopback address. */
    public static GatewayConfig standard(AccessToken token, ApiKey apiKey, BackendAddresses backends) {
        return new GatewayConfig("127.0.0.1", DEFAULT_PORT, token, apiKey, backends, DEFAULT_PATIENCE);
    }

    /** The same on another port. */
    public GatewayConfig withPort(int other) {
        return new GatewayConfig(host, other, token, apiKey, backends, patience);
    }

    /** The same on another address. */
    public GatewayConfig withHost(String other) {
        return new GatewayConfig(other, port, token, apiKey, backends, patience);
    }

    /** The same with more or less patience. */
    public GatewayConfig withPatience(Duration other) {
        return new GatewayConfig(host, port, token, apiKey, backends, other);
    }
}
