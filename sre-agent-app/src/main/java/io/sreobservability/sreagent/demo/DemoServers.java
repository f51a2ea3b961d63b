package io.sreobservability.sreagent.demo;

import io.sreobservability.sreagent.tool.ToolDomain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The four backends and their gateway, each in a process of its own. Closing ends them in reverse order, whatever state they are in. */
public final class DemoServers implements AutoCloseable {
    private final Setup setup;
    private final Map<ToolDomain, ServerProcess> backends = new EnumMap<>(ToolDomain.class);
    private final Set<ToolDomain> killed = EnumSet.noneOf(ToolDomain.class);
    private final Map<String, String> addresses = new HashMap<>();
    private @Nullable ServerProcess gateway;
    private boolean closed;

    /**
     * How servers are started.
     *
     * @param command what starts {@code sre-agent}; the arguments come after it
     * @param environment the variables of all of them
     * @param folder where their logs go
     * @param freePorts whether they take any free ports instead of their usual ones
     * @param latencies by how much single backends hold their answers back, for example {@code 4s}
     */
    public record Setup(
            List<String> command,
            Map<String, String> environment,
            DemoFolder folder,
            boolean freePorts,
            Map<ToolDomain, String> latencies) {
        public Setup {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            latencies = Map.copyOf(latencies);
        }
    }

    /** Starts nothing yet. */
    public DemoServers(Setup setup) {
        this.setup = setup;
    }

    /**
     * Starts all of them and waits until each is ready.
     *
     * @param announcements gets the line in which each says so
     * @throws DemoException if one does not become ready; those that run go on until {@link #close}
     */
    public void start(Consumer<String> announcements) {
        for (ToolDomain domain : ToolDomain.values()) {
            startBackend(domain, setup.freePorts() ? List.of("--port", "0") : List.of());
        }
        if (setup.freePorts()) {
            // Its addresses are known only now.
            backends.forEach((domain, server) -> addresses.put(
                    "SRE_AGENT_" + domain.name() + "_URL", server.address().toString()));
        }
        ServerProcess started = startGateway();
        backends.values().forEach(server -> announcements.accept(server.awaitReady()));
        announcements.accept(started.awaitReady());
        if (setup.freePorts()) {
            addresses.put("SRE_AGENT_GATEWAY_URL", started.address() + "/mcp");
        }
    }

    /** The variables that tell an agent where the gateway is, and the gateway where its backends are. */
    public Map<String, String> addresses() {
        return Map.copyOf(addresses);
    }

    private synchronized void startBackend(ToolDomain domain, List<String> port) {
        List<String> arguments = new ArrayList<>(List.of("backend", domain.id()));
        arguments.addAll(port);
        String latency = setup.latencies().get(domain);
        if (latency != null) {
            arguments.addAll(List.of("--latency", latency));
        }
        backends.put(domain, launch(domain.id(), arguments));
    }

    private synchronized ServerProcess startGateway() {
        List<String> port = setup.freePorts() ? List.of("--port", "0") : List.of();
        List<String> arguments = new ArrayList<>(List.of("gateway"));
        arguments.addAll(port);
        ServerProcess started = launch("gateway", arguments);
        gateway = started;
        return started;
    }

    private ServerProcess launch(String name, List<String> arguments) {
        if (closed) {
            throw new DemoException("the demo is ending");
        }
        List<String> command = new ArrayList<>(setup.command());
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>(setup.environment());
        environment.putAll(addresses);
        return ServerProcess.start(name, command, environment, setup.folder().log(name));
    }

    /** Ends one backend as a crash would, and returns its process id. */
    synchronized long kill(ToolDomain domain) {
        ServerProcess server = backend(domain);
        server.kill();
        killed.add(domain);
        return server.pid();
    }

    /** Starts again, where they were, the backends that were killed. */
    public void revive() {
        for (ToolDomain domain : List.copyOf(killed)) {
            int port = backend(domain).address().getPort();
            startBackend(domain, List.of("--port", Integer.toString(port)));
            backend(domain).awaitReady();
            killed.remove(domain);
        }
    }

    private ServerProcess backend(ToolDomain domain) {
        ServerProcess server = backends.get(domain);
        if (server == null) {
            throw new IllegalStateException("the servers were not started");
        }
        return server;
    }

    /** The gateway first, so that what is in flight is answered; then the backends. */
    @Override
    public synchronized void close() {
        closed = true;
        if (gateway != null) {
            gateway.requestStop();
            gateway.awaitStop();
        }
        Deque<ServerProcess> lastFirst = new ArrayDeque<>();
        backends.values().forEach(lastFirst::push);
        lastFirst.forEach(ServerProcess::requestStop);
        lastFirst.forEach(ServerProcess::awaitStop);
    }
}
