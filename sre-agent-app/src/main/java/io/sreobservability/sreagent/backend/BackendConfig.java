package io.sreobservability.sreagent.backend;

import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one backend runs.
 *
 * @param domain which of the four it is
 * @param host the address to listen on, a name or a number
 * @param port the TCP port; 0 takes a free one
 * @param apiKey what every request must bring
 * @param dataFolder data to answer from; {@code null}: the built-in incident
 * @param latency how long every answer is held back, to rehearse a slow backend; zero: not at all
 * @param clock says when "now" is for the data
 */
public record BackendConfig(
        ToolDomain domain,
        String host,
        int port,
        ApiKey apiKey,
        @Nullable Path dataFolder,
        Duration latency,
        Clock clock) {
    /** The built-in data on the domain's own port of the loopback address, without delay. */
    public static BackendConfig standard(ToolDomain domain, ApiKey apiKey) {
        return new BackendConfig(
                domain, "127.0.0.1", domain.defaultPort(), apiKey, null, Duration.ZERO, Clock.systemUTC());
    }

    /** The same on another port. */
    public BackendConfig withPort(int other) {
        return new BackendConfig(domain, host, other, apiKey, dataFolder, latency, clock);
    }

    /** The same on another address. */
    public BackendConfig withHost(String other) {
        return new BackendConfig(domain, other, port, apiKey, dataFolder, latency, clock);
    }

    /** The same with other data. */
    public BackendConfig withDataFolder(@Nullable Path other) {
        return new BackendConfig(domain, host, port, apiKey, other, latency, clock);
    }

    /** The same with another delay. */
    public BackendConfig withLatency(Duration other) {
        return new BackendConfig(domain, host, port, apiKey, dataFolder, other, clock);
    }

    /** The same with another clock. */
    public BackendConfig withClock(Clock other) {
        return new BackendConfig(domain, host, port, apiKey, dataFolder, latency, other);
    }
}
