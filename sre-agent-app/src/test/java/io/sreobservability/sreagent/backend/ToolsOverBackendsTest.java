package io.sreobservability.sreagent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.tool.ExampleArguments;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import io.sreobservability.sreagent.tool.ToolDefinition;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.ToolResult;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client, the gateway and the backends agree on every tool. */
class ToolsOverBackendsTest {
    private static final ToolCatalog CATALOG = ToolCatalog.standard();
    private static final Map<ToolDomain, RunningBackend> BACKENDS = new EnumMap<>(ToolDomain.class);
    private static RunningGateway gateway;
    private static ToolClient client;

    @BeforeAll
    static void start() throws IOException {
        Map<ToolDomain, URI> bases = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            RunningBackend backend = RunningBackend.of(domain, OpenTelemetry.noop(), UnaryOperator.identity());
            BACKENDS.put(domain, backend);
            bases.put(domain, backend.server().uri());
        }
        gateway = RunningGateway.before(bases);
        client = gateway.toolClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        gateway.close();
        BACKENDS.values().forEach(RunningBackend::close);
    }

    @Test
    void everyToolIsAnsweredWithWhatItRequiresAndWithEveryParameter() {
        for (ToolDefinition tool : CATALOG.definitions()) {
            for (Map<String, Object> arguments : List.of(ExampleArguments.required(tool), ExampleArguments.all(tool))) {
                ToolResult result = client.call(tool.name(), arguments);
                assertThat(result.isError()).as(result.content()).isFalse();
            }
        }
    }

    @Test
    void anUnknownPlaybookIsAFailureAsAValue() {
        ToolResult result = client.call("get_incident_playbook", Map.of("playbook_id", "no such/playbook"));
        assertThat(result.errorType()).isEqualTo("http_404");
        assertThat(result.content()).contains("Playbook not found");
    }
}
