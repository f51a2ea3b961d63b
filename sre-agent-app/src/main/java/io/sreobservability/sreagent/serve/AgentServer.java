package io.sreobservability.sreagent.serve;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.web.OriginFilter;
import io.sreobservability.sreagent.web.OwnHosts;
import io.sreobservability.sreagent.web.ServletServer;
import io.sreobservability.sreagent.web.TracingFilter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The running service: {@code POST /invocations} and {@code GET /ping}. */
public final class AgentServer implements AutoCloseable {
    /** The TCP port that AgentCore Runtime calls. */
    public static final int DEFAULT_PORT = 8080;

    private static final String SCOPE = "io.sreobservability.sreagent.serve";
    private static final String INVOCATIONS = "/invocations";

    /** Beside the investigations: for refusals, for pings, and for Jetty itself. */
    private static final int MORE_THREADS = 16;

    private final ServletServer http;
    private final Turns turns;
    private final ServeConfig config;

    private AgentServer(ServletServer http, Turns turns, ServeConfig config) {
        this.http = http;
        this.turns = turns;
        this.config = config;
    }

    /**
     * Binds and answers.
     *
     * @param openTelemetry where the server spans go
     * @throws java.net.BindException if the address can't be listened on, above all because the port is taken
     * @throws IOException if the host has no address or the server can't be started
     */
    public static AgentServer start(ServeConfig config, Investigator investigator, OpenTelemetry openTelemetry)
            throws IOException {
        InetAddress address = InetAddress.getByName(config.host());
        ServletServer http =
                ServletServer.bind(address, config.port(), "sre-agent-http", config.mostAtOnce() + MORE_THREADS);
        Turns turns = new Turns(config.mostAtOnce());
        RequestReader requests = new RequestReader(config.defaultUser());
        // Whoever can reach the port can ask: no caller is known, so nobody's trace is continued, only linked to.
        TracingFilter tracing = new TracingFilter(openTelemetry, SCOPE, Set.of(INVOCATIONS), request -> false);
        OriginFilter noWebPages = new OriginFilter(new OwnHosts(address, http.port(), config.host()));
        InvocationsServlet invocations = new InvocationsServlet(requests, investigator, turns);
        try {
            http.start(Map.of(INVOCATIONS, invocations), List.of(noWebPages, new PingFilter(turns), tracing));
            return new AgentServer(http, turns, config);
        } catch (IOException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /** The TCP port it listens on. */
    public int port() {
        return http.port();
    }

    /** Where it can be called, without a path. */
    public URI uri() {
        String host = config.host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** Refuses new requests, gives running investigations their time to end, interrupts the rest, then closes the port. */
    @Override
    public void close() {
        turns.stop(config.patienceAtStop());
        http.close();
    }
}
