package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The woven agent in a process of its own, against real backends and the real stand-in: what arrives over the wire. */
class InvestigationTraceTest {
    private static final List<BackendServer> BACKENDS = new ArrayList<>();
    private static final Map<String, JsonNode> SPANS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    private static StandInServer standIn;
    private static String output;
    private static String traceId;

    @BeforeAll
    static void investigate() throws Exception {
        standIn = StandInServer.start(StandInConfig.ephemeral());
        ProcessBuilder agent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SreAgent.class.getName(),
                        "investigate",
                        "--prompt",
                        "API response times have degraded 3x in the last hour",
                        "--user",
                        "Alice",
                        "--no-save")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        agent.environment().put("SRE_AGENT_API_KEY", "key");
        agent.environment().put("SRE_OBSERVABILITY_MODE", "local");
        agent.environment().put("SRE_OBSERVABILITY_CAPTURE_CONTENT", "true");
        agent.environment().put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", standIn.url());
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, ApiKey.of("key")).withPort(0), OpenTelemetry.noop());
            BACKENDS.add(backend);
            agent.environment()
                    .put("SRE_AGENT_" + domain.name() + "_URL", backend.uri().toString());
        }
        Process process = agent.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        output = Files.readString(folder.resolve("output.txt"));
        assertThat(process.exitValue()).as(output).isZero();
        traceId = get("/api/traces?limit=1")
                .path("traces")
                .path(0)
                .path("traceId")
                .asText();
        get("/api/traces/" + traceId)
                .path("spans")
                .forEach(span -> SPANS.put(span.path("name").asText(), span));
    }

    @AfterAll
    static void stop() {
        BACKENDS.forEach(BackendServer::close);
        standIn.close();
    }

    @Test
    void oneInvestigationIsOneTrace() throws Exception {
        assertThat(get("/api/traces?limit=10").path("traces")).hasSize(1);
        assertThat(SPANS.get("supervisor.investigate").path("parentSpanId").isNull())
                .isTrue();
    }

    @Test
    void theStepsAndAgentsAreChildrenOfTheInvestigation() {
        assertThat(List.of(
                        "supervisor.analyze_query",
                        "memory.retrieve",
                        "supervisor.route_decision",
                        "agent.metrics.execute",
                        "agent.logs.execute",
                        "agent.kubernetes.execute",
                        "supervisor.aggregate_results"))
                .allSatisfy(name -> assertThat(parentOf(name)).isEqualTo("supervisor.investigate"));
        assertThat(SPANS).doesNotContainKey("agent.runbooks.execute");
    }

    @Test
    void toolsAreChildrenOfTheAgentThatCalledThem() {
        assertThat(parentOf("tool.get_error_rates")).isEqualTo("agent.metrics.execute");
        assertThat(parentOf("tool.get_error_logs")).isEqualTo("agent.logs.execute");
        assertThat(parentOf("tool.get_pod_status")).isEqualTo("agent.kubernetes.execute");
    }

    @Test
    void everySpanCarriesWhatCorrelatesIt() {
        assertThat(SPANS.values()).allSatisfy(span -> {
            JsonNode attributes = span.path("attributes");
            assertThat(attributes.path("sre.investigation_id").asText()).matches("investigation_[0-9a-f]{16}");
            assertThat(attributes.path("sre.user_id").asText()).isEqualTo("Alice");
            assertThat(attributes.path("sre.query").asText()).startsWith("API response times");
        });
    }

    @Test
    void theSpansSayWhatTheRequirementsAskFor() {
        assertThat(attribute("supervisor.route_decision", "sre.agents_selected").asText())
                .isEqualTo("metrics,logs,kubernetes");
        assertThat(attribute("agent.metrics.execute", "sre.agent_type").asText())
                .isEqualTo("metrics");
        assertThat(attribute("agent.metrics.execute", "sre.tools_available").asInt())
                .isEqualTo(5);
        assertThat(attribute("agent.metrics.execute", "sre.tools_invoked").asInt())
                .isEqualTo(5);
        assertThat(attribute("memory.retrieve", "memory.strategy").asText()).isEqualTo("user_preferences");
        assertThat(attribute("memory.retrieve", "memory.namespace").asText()).isEqualTo("/sre/users/Alice/preferences");
        assertThat(attribute("memory.retrieve", "memory.results_count").asInt()).isEqualTo(4);
        assertThat(attribute("memory.retrieve", "memory.cache_hit").asBoolean(true))
                .isFalse();
    }

    @Test
    void theMetricsArriveWithExactlyTheirDimensions() throws Exception {
        assertThat(dimensionSets("AgentInvocation")).containsOnly("[AgentName, UserID]", "[AgentName]");
        assertThat(dimensionSets("ToolExecution")).containsOnly("[AgentName, ToolName]");
        assertThat(dimensionSets("MemoryOperation")).containsOnly("[Operation, Strategy]");
    }

    @Test
    void theLogRecordsOfTheRunAreInItsTrace() throws Exception {
        assertThat(get("/api/logs?traceId=" + traceId + "&limit=100").path("records"))
                .anySatisfy(record -> assertThat(record.path("body").asText()).isEqualTo("Investigation started"));
    }

    @Test
    void theTraceIsPrintedAfterTheReport() {
        assertThat(output).contains("# Investigation report", "supervisor.investigate", "Slowest agent: ");
        assertThat(output.indexOf("supervisor.investigate")).isGreaterThan(output.indexOf("# Investigation report"));
    }

    private static String parentOf(String name) {
        String parent = SPANS.get(name).path("parentSpanId").asText();
        return SPANS.values().stream()
                .filter(span -> span.path("spanId").asText().equals(parent))
                .map(span -> span.path("name").asText())
                .findFirst()
                .orElse("none");
    }

    private static JsonNode attribute(String span, String key) {
        return SPANS.get(span).path("attributes").path(key);
    }

    private static Set<String> dimensionSets(String metric) throws Exception {
        Set<String> sets = new TreeSet<>();
        for (JsonNode series :
                get("/api/metrics?namespace=SREAgent/Production&name=" + metric).path("metrics")) {
            Set<String> names = new TreeSet<>();
            series.path("dimensions").fieldNames().forEachRemaining(names::add);
            sets.add(names.toString());
        }
        return sets;
    }

    private static JsonNode get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(standIn.url() + path)).build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }
}
