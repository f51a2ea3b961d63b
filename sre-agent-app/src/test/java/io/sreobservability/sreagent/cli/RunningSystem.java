package io.sreobservability.sreagent.cli;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The four backends and their gateway on free loopback ports. */
final class RunningSystem implements AutoCloseable {
    private final List<BackendServer> backends = new ArrayList<>();
    private final RunningGateway gateway;

    RunningSystem() throws IOException {
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, RunningGateway.KEY).withPort(0), OpenTelemetry.noop());
            backends.add(backend);
            addresses.put(domain, backend.uri());
        }
        gateway = RunningGateway.before(addresses);
    }

    /** What an agent's environment says of it. */
    Map<String, String> environment() {
        return gateway.environment();
    }

    @Override
    public void close() {
        gateway.close();
        backends.forEach(BackendServer::close);
    }
}
