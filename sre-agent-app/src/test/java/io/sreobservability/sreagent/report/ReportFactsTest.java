package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Progress;
import io.sreobservability.sreagent.agent.Specialists;
import io.sreobservability.sreagent.agent.Supervisor;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolClient;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.ToolResult;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report against real backends: what it says is what they answered. */
class ReportFactsTest {
    private static final String SLOW = "API response times have degraded 3x in the last hour";
    private static final List<BackendServer> BACKENDS = new ArrayList<>();
    private static final ToolCatalog CATALOG = ToolCatalog.standard();

    private static RunningGateway gateway;
    private static ToolClient client;

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @BeforeAll
    static void startBackends() throws IOException {
        Map<ToolDomain, URI> places = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, RunningGateway.KEY).withPort(0), OpenTelemetry.noop());
            BACKENDS.add(backend);
            places.put(domain, backend.uri());
        }
        gateway = RunningGateway.before(places);
        client = gateway.toolClient();
    }

    @AfterAll
    static void stopBackends() {
        client.close();
        gateway.close();
        BACKENDS.forEach(BackendServer::close);
    }

    @Test
    void theIncidentIsExplainedFromTheAnswers() {
        String report = MarkdownReport.of(investigate(SLOW, UnaryOperator.identity()));

        assertThat(report)
                .contains("from 150 ms", "to 5000 ms", "(33.3x)", "[get_performance_metrics]")
                .contains("error rate of web-service rose from 0.5 %", "to 75 %")
                .contains("is CrashLoopBackOff")
                .containsPattern("Root cause:.*ConfigMap")
                .contains("**Severity:** High: ");
    }

    @Test
    void aNumberChangedInTheDataIsChangedInTheReport() {
        String report = MarkdownReport.of(investigate(
                SLOW, answer -> answer.replaceAll("\"response_time_ms\":\\s*5000", "\"response_time_ms\":7777")));

        assertThat(report.lines().filter(line -> line.startsWith("- response time of web-service")))
                .singleElement()
                .asString()
                .contains("to 7777 ms", "(51.8x)");
        assertThat(report).doesNotContainPattern("response time of web-service[^;\\n]* 5000 ms");
    }

    @Test
    void aQuoteChangedInTheDataIsChangedInTheReport() {
        String report =
                MarkdownReport.of(investigate(SLOW, answer -> answer.replace("database-config", "other-config")));

        assertThat(report).contains("other-config").doesNotContain("database-config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SLOW,
                "Database pods are crash looping in production",
                "do a comprehensive health check",
                "which runbook is there for slow answers"
            })
    void everyNameNumberAndQuoteOfAFindingIsInTheAnswerOfItsTool(String query) {
        Investigation investigation = investigate(query, UnaryOperator.identity());

        assertThat(investigation.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(answers).containsKey(finding.tool());
            assertThat(AnswerFacts.of(answers.get(finding.tool())).inventedIn(finding.text()))
                    .as(finding.text())
                    .isEmpty();
        });
    }

    @Test
    void nextStepsComeFromThePlaybookWhenTheRunbooksAgentRan() {
        Investigation investigation =
                investigate("Database pods are crash looping in production", UnaryOperator.identity());

        String playbooks = String.join("", answers.values());
        assertThat(investigation.summary().nextSteps()).isNotEmpty().allMatch(playbooks::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "payment-service pods are crash looping, payment-service",
        "Why is the payment service down?, payment-service",
        "high latency in the API gateway in the last hour, api-gateway",
        "which runbook is there for the auth-service, auth-service"
    })
    void aServiceTheDataDoesNotKnowIsSaidToBeMissingAndGivenNoCause(String query, String service) {
        Investigation investigation = investigate(query, UnaryOperator.identity());

        assertThat(investigation.notFound()).containsExactly(service);
        assertThat(MarkdownReport.of(investigation))
                .contains("no tool answer mentions " + service)
                .contains("**Root cause:** No tool answer mentions " + service + ", so nothing is known of it.");
    }

    @Test
    void aServiceTheDataKnowsIsNotSaidToBeMissing() {
        assertThat(investigate("web-service answers slowly", UnaryOperator.identity())
                        .notFound())
                .isEmpty();
    }

    @Test
    void controlCharactersOfAnAnswerDoNotReachTheReport() {
        String report = MarkdownReport.of(
                investigate(SLOW, answer -> answer.replace("database-config", "evil\\u001b[31m\\u202econfig")));

        assertThat(report).contains("evil").doesNotContain("\u001B", "\u202E");
    }

    private Investigation investigate(String query, UnaryOperator<String> change) {
        OfflineChatModel model = new OfflineChatModel();
        Specialists specialists = new Specialists(
                role -> model,
                CATALOG,
                (tool, arguments) -> {
                    ToolResult real = client.call(tool, arguments);
                    ToolResult result = ToolResult.success(tool, change.apply(real.content()));
                    answers.put(tool, result.content());
                    return result;
                },
                Progress.silent());
        MemoryClient memory = new MemoryClient(SeedMemoryStore.load());
        try (Supervisor supervisor = new Supervisor(role -> model, memory, specialists, Progress.silent())) {
            return supervisor.investigate("investigation_1", "Alice", "s", query);
        }
    }
}
