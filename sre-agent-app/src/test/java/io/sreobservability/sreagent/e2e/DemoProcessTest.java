package io.sreobservability.sreagent.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.store.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sre-agent demo all} once, as the script runs it: processes of its own, real sockets, what the stand-in received. */
final class DemoProcessTest {
    private static final String LOG_FILE = "agent.log";

    @TempDir
    private static Path folder;

    private static StandInServer standIn;
    private static List<ProcessHandle> servers;
    private static int exitCode;
    private static String output;
    private static List<List<SpanData>> investigations;

    @BeforeAll
    static void play() throws Exception {
        standIn = StandInServer.start(StandInConfig.ephemeral());
        // Settings for other programs, all of which would silence or redirect a part of it.
        Map<String, String> environment = Map.of(
                "NO_COLOR", "1",
                "SRE_AGENT_LOG_FILE", folder.resolve(LOG_FILE).toString(),
                "SRE_OBSERVABILITY_ENABLED", "false",
                "SRE_AGENT_LOGS_URL", "http://127.0.0.1:9",
                "CLOUDWATCH_METRICS_NAMESPACE", "Other",
                "LLM_PROVIDER", "bedrock");
        try (AgentProcess demo = AgentProcess.start(
                folder,
                environment,
                "demo",
                "--free-ports",
                "--think-time",
                "none",
                // Slower than anything else is, so that it must be found to be.
                "--slow",
                "logs=1s",
                "--stand-in",
                standIn.url(),
                "--output-dir",
                folder.resolve("demo").toString())) {
            servers = demo.awaitOutput("Scenario 1").children();
            exitCode = demo.exitCode();
            output = demo.output();
        }
        investigations = standIn.store().traces().traces().stream()
                .filter(trace -> trace.stream().anyMatch(span -> span.name().equals("supervisor.investigate")))
                .map(ReceivedSpans::of)
                .sorted(Comparator.comparing(spans -> spans.stream()
                        .mapToLong(SpanData::getStartEpochNanos)
                        .min()
                        .orElseThrow()))
                .toList();
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @Test
    void itEndsWellAndLeavesNoProcessBehind() {
        assertThat(exitCode).as(output).isZero();
        assertThat(servers).hasSize(5).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void theSpansOfRealProcessesAreTheCommittedOnes() {
        assertThat(investigations).as(output).hasSize(4);
        ExpectedTree[] expected = ExpectedTree.values();
        for (int i = 0; i < expected.length; i++) {
            expected[i].assertSame(ScenarioTree.of(investigations.get(i)));
        }
    }

    @Test
    void theBooksOfEveryProcessSayThatAllItsSpansEnded() throws IOException {
        List<String> ends = Files.readAllLines(folder.resolve(LOG_FILE)).stream()
                .filter(line -> line.contains("spans started = "))
                .toList();
        assertThat(ends)
                .hasSizeGreaterThanOrEqualTo(investigations.size())
                .allSatisfy(line -> assertThat(line).contains(" 0 live "));
    }

    @Test
    void everySpanThatArrivedKeepsTheContract() {
        investigations.forEach(spans -> Conformity.assertKept(spans, List.of()));
        assertThat(values("sre.agent_type")).contains("supervisor", "kubernetes", "logs", "metrics", "runbooks");
        assertThat(values("memory.strategy"))
                .containsExactlyInAnyOrder("user_preferences", "infrastructure", "investigations");
    }

    @Test
    void everySpanOfTheAgentCarriesItsInvestigationAndItsSession() {
        assertThat(investigations).allSatisfy(spans -> {
            List<SpanData> ours = spans.stream().filter(DemoProcessTest::isOurs).toList();
            for (String key : List.of("sre.investigation_id", "session.id", "gen_ai.conversation.id")) {
                assertThat(ours)
                        .extracting(span -> span.getAttributes().get(AttributeKey.stringKey(key)))
                        .as(key)
                        .doesNotContainNull()
                        .containsOnly(attribute(spans, "supervisor.investigate", key));
            }
            assertThat(ours)
                    .as("CloudWatch's pages for agents find it")
                    .allSatisfy(span -> assertThat(
                                    span.getResource().getAttribute(AttributeKey.stringKey("aws.service.type")))
                            .isEqualTo("gen_ai_agent"));
        });
    }

    private static boolean isOurs(SpanData span) {
        return "sre-agent".equals(span.getResource().getAttribute(AttributeKey.stringKey("service.name")));
    }

    @Test
    void theLogRecordsOfARunAreInItsTraceAndNothingOfTheDryRunBeforeItIsSent() {
        List<LogEntry> started = standIn.store().logs().entries().stream()
                .filter(entry -> "Investigation started".equals(entry.body()))
                .toList();

        assertThat(started)
                .extracting(LogEntry::traceId)
                .containsExactlyInAnyOrderElementsOf(investigations.stream()
                        .map(spans -> spans.get(0).getTraceId())
                        .toList());
        assertThat(started)
                .extracting(entry -> entry.attributes().text("sre.investigation_id"))
                .containsExactlyInAnyOrderElementsOf(investigations.stream()
                        .map(spans -> attribute(spans, "supervisor.investigate", "sre.investigation_id"))
                        .toList());
    }

    @Test
    void metricsArriveWithExactlyTheDimensionSetsOfTheStandard() {
        assertThat(dimensionSets("AgentInvocation"))
                .containsExactlyInAnyOrder(Set.of("AgentName", "UserID"), Set.of("AgentName"));
        assertThat(dimensionSets("ToolExecution")).containsExactly(Set.of("ToolName", "AgentName"));
        assertThat(dimensionSets("MemoryOperation")).containsExactly(Set.of("Operation", "Strategy"));
        assertThat(dimensionSets("AgentRouting")).containsExactly(Set.of("AgentName"));
        assertThat(dimensionSets("ComponentError")).containsExactly(Set.of("Component", "Name", "ErrorType"));
        assertThat(dimensionSets("EscalationTriggered"))
                .containsExactlyInAnyOrder(Set.of("UserID", "EscalationType"), Set.of("EscalationType"));
        assertThat(standIn.store().metrics().data())
                .filteredOn(datum -> datum.name().equals("AgentInvocation"))
                .extracting(datum -> datum.dimensions().get("AgentName"))
                .contains("supervisor", "metrics", "kubernetes", "logs", "runbooks");
    }

    private static Set<Set<String>> dimensionSets(String metric) {
        return standIn.store().metrics().data().stream()
                .filter(datum -> datum.name().equals(metric))
                .map(datum -> Set.copyOf(datum.dimensions().keySet()))
                .collect(Collectors.toSet());
    }

    private static Set<String> values(String key) {
        AttributeKey<String> attribute = AttributeKey.stringKey(key);
        return investigations.stream()
                .flatMap(List::stream)
                .map(span -> span.getAttributes().get(attribute))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Test
    void theFirstScenarioIsExplained() {
        assertThat(answers(1))
                .contains("Slowest agent: logs", "waiting for the backend logs-api")
                .contains("found user_preferences 4, infrastructure 0, investigations 0")
                .contains("Which backend failed?\n    none")
                .contains(attribute(0, "supervisor.route_decision", "sre.routing_reason"))
                .containsPattern("\\S+ in (agent|tool)\\.[a-z_]+");
    }

    @Test
    void theSecondScenarioShowsBothUsersSideBySide() {
        assertThat(answers(2))
                .containsPattern("/sre/users/Alice/preferences: 4 +/sre/users/Carol/preferences: 4")
                .containsPattern("report time +[0-9.]+ m?s +[0-9.]+ m?s")
                .containsPattern("escalation +" + escalation(1) + " +" + escalation(2))
                .contains("in memory, report ", "against Carol's", "against Alice's")
                .containsPattern("Alice: What determined the time \\(the critical path\\)\\?\n    .* in all")
                .contains("Carol: Why were these agents sent?\n    " + agentsSent(2) + ": ")
                .contains("Alice: Which backend failed?\n    none", "Carol: Which backend failed?\n    none")
                .containsPattern("Alice: What did memory give, and cost\\?\n    found user_preferences 4")
                .containsPattern("Carol: What did memory give, and cost\\?\n    found user_preferences 4");
    }

    private static String agentsSent(int investigation) {
        return attribute(investigation, "supervisor.route_decision", "sre.agents_selected")
                .replace(",", ", ");
    }

    private static String escalation(int investigation) {
        return attribute(investigation, "supervisor.aggregate_results", "sre.escalation_triggered")
                        .equals("true")
                ? "yes, " + attribute(investigation, "supervisor.aggregate_results", "sre.escalation_type")
                : "no";
    }

    @Test
    void theThirdScenarioNamesTheCauseItsWayAndItsLogRecord() {
        String trace = investigations.get(3).get(0).getTraceId();
        List<LogEntry> problems = standIn.store().logs().entries().stream()
                .filter(entry ->
                        trace.equals(entry.traceId()) && entry.severity().equals("WARN"))
                .toList();

        assertThat(answers(3))
                .containsPattern("What failed\\?\n    connection refused at 127\\.0\\.0\\.1:\\d+ \\(k8s-api\\)\n")
                .contains("agent.kubernetes.execute (sre-agent); supervisor.investigate went on")
                .contains("kubernetes failed; ", "WARN sre-agent: Tool ")
                .containsPattern("bottleneck, and why\\?\n    Slowest agent: ")
                .containsPattern("\\(the critical path\\)\\?\n    .* in all")
                .containsPattern("What did memory give, and cost\\?\n    found user_preferences 4");
        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.attributes().text("sre.investigation_id"))
                        .isEqualTo(attribute(3, "supervisor.investigate", "sre.investigation_id")));
    }

    private static String attribute(int investigation, String span, String key) {
        return attribute(investigations.get(investigation), span, key);
    }

    /** An attribute of whatever type, of the first span of this name. */
    private static String attribute(List<SpanData> spans, String name, String key) {
        Attributes attributes = spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getAttributes();
        return attributes.asMap().entrySet().stream()
                .filter(entry -> entry.getKey().getKey().equals(key))
                .map(entry -> String.valueOf(entry.getValue()))
                .findFirst()
                .orElse("");
    }

    /** What was printed after the investigations of one scenario. */
    private static String answers(int scenario) {
        String begins = "Scenario " + scenario + ":";
        String whole = Objects.requireNonNull(output).substring(output.indexOf(begins));
        int next = whole.indexOf("\nScenario ");
        String own = next < 0 ? whole : whole.substring(0, next);
        return own.substring(own.indexOf("What the trace"));
    }
}
