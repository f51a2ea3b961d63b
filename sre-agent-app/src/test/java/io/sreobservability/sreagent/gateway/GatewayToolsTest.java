package io.sreobservability.sreagent.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ExampleArguments;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolDefinition;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The SDK's own client finds all tools and gets the backends' answers, over real sockets. */
class GatewayToolsTest {
    private static final List<BackendServer> BACKENDS = new ArrayList<>();
    private static RunningGateway gateway;
    private static McpSyncClient client;

    @BeforeAll
    static void start() throws IOException {
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, ApiKey.of("test-key")).withPort(0), OpenTelemetry.noop());
            BACKENDS.add(backend);
            addresses.put(domain, backend.uri());
        }
        gateway = RunningGateway.before(addresses);
        client = gateway.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        gateway.close();
        BACKENDS.forEach(BackendServer::close);
    }

    @Test
    void theTwentyToolsAreListedUnderTheNamesOfAgentCoreGateway() {
        List<Tool> tools = client.listTools().tools();
        assertThat(tools).extracting(Tool::name).hasSize(20).contains("k8s-api___get_pod_status");
        assertThat(tools)
                .extracting(Tool::name)
                .containsExactlyElementsOf(ToolCatalog.standard().definitions().stream()
                        .map(tool -> tool.domain().serviceName() + "___" + tool.name())
                        .toList());
    }

    @Test
    @SuppressWarnings("unchecked")
    void aToolSaysWhatItTakes() {
        Tool tool = client.listTools().tools().stream()
                .filter(candidate -> candidate.name().equals("logs-api___get_recent_logs"))
                .findFirst()
                .orElseThrow();
        assertThat(tool.description()).isEqualTo("The newest log lines, newest first.");
        assertThat(tool.inputSchema()).containsEntry("type", "object").containsEntry("additionalProperties", false);
        Map<String, Map<String, Object>> properties =
                (Map<String, Map<String, Object>>) tool.inputSchema().get("properties");
        assertThat(properties.get("limit"))
                .containsEntry("type", "integer")
                .containsEntry("minimum", 1)
                .containsEntry("maximum", 1000)
                .containsEntry("default", 100)
                .containsEntry("description", "How many lines at most.");
    }

    @Test
    void everyToolIsAnsweredWithEveryParameter() throws JsonProcessingException {
        for (ToolDefinition tool : ToolCatalog.standard().definitions()) {
            CallToolResult result = RunningGateway.call(
                    client, tool.domain().serviceName() + "___" + tool.name(), ExampleArguments.all(tool));
            assertThat(result.isError()).as(RunningGateway.text(result)).isFalse();
            assertThat(new ObjectMapper().readTree(RunningGateway.text(result)).isObject())
                    .isTrue();
        }
    }

    @Test
    void whatTheSchemaForbidsIsRefusedWithoutAskingTheBackend() {
        CallToolResult result = RunningGateway.call(client, "logs-api___get_recent_logs", Map.of("limit", 0));
        assertThat(result.isError()).isTrue();
        assertThat(RunningGateway.text(result)).contains("limit");
        assertThat(RunningGateway.call(client, "logs-api___get_recent_logs", Map.of("colour", "red"))
                        .isError())
                .isTrue();
    }

    @Test
    void aBackendsRefusalIsAResultWithACodeAndItsReason() {
        CallToolResult result = RunningGateway.call(
                client, "runbooks-api___get_incident_playbook", Map.of("playbook_id", "no such/playbook?a=b&c#d"));
        assertThat(result.isError()).isTrue();
        assertThat(result.meta()).containsEntry("io.sreobservability/error_type", "http_404");
        assertThat(RunningGateway.text(result)).contains("Playbook not found");
    }

    @Test
    void aToolThatDoesNotExistIsAProtocolError() {
        assertThatThrownBy(() -> RunningGateway.call(client, "k8s-api___delete_pod", Map.of()))
                .isInstanceOf(McpError.class)
                .hasStackTraceContaining("Tool not found: k8s-api___delete_pod");
    }
}
