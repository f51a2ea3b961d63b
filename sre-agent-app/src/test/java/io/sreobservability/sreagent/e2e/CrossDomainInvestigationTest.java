package io.sreobservability.sreagent.e2e;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.MetricDatum;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import io.sreobservability.sreagent.e2e.DemoSystem.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 1 of the requirements, with their think times, once; every test looks at another side of it. */
final class CrossDomainInvestigationTest {
    private static final String PROMPT = "API response times have degraded 3x in the last hour";
    private static final Set<String> AGENTS =
            Set.of("agent.metrics.execute", "agent.kubernetes.execute", "agent.logs.execute");

    @TempDir
    private static Path folder;

    private static DemoSystem system;
    private static Run run;
    private static List<SpanRecord> trace;
    private static Map<String, SpanRecord> byId;

    @BeforeAll
    static void investigate() throws Exception {
        system = DemoSystem.start(folder, Map.of());
        run = system.investigate(PROMPT, "Alice", "--think-time", "requirements");
        trace = system.newestTrace();
        byId = trace.stream().collect(toMap(SpanRecord::spanId, Function.identity()));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void theInvestigationEndsWellAndNamesItsSlowestAgent() {
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .containsSubsequence("# Investigation report", "supervisor.investigate", "Slowest agent: metrics");
    }

    @Test
    void theSupervisorsWorkIsBelowTheRoot() {
        SpanRecord root = only("supervisor.investigate");
        assertThat(root.parentSpanId()).isNull();
        assertThat(namesBelow(root))
                .contains(
                        "supervisor.analyze_query",
                        "memory.retrieve",
                        "supervisor.route_decision",
                        "supervisor.aggregate_results")
                .containsAll(AGENTS);
    }

    @Test
    void theAgentsWorkAtTheSameTime() {
        List<SpanRecord> agents =
                AGENTS.stream().map(CrossDomainInvestigationTest::only).toList();
        long lastStart =
                agents.stream().mapToLong(SpanRecord::startUnixNano).max().orElseThrow();
        long firstEnd = agents.stream().mapToLong(SpanRecord::endUnixNano).min().orElseThrow();
        assertThat(lastStart).isLessThan(firstEnd);
    }

    @Test
    void everyToolCallIsBelowItsAgentAndGoesThroughTheGatewayToItsBackend() {
        List<SpanRecord> tools = named("tool.");
        assertThat(tools).isNotEmpty().allSatisfy(tool -> {
            assertThat(parent(tool).name()).isIn(AGENTS);
            SpanRecord http = onlyBelow(tool);
            assertThat(http.name()).isEqualTo("POST /mcp");
            SpanRecord call = onlyBelow(http);
            assertThat(call.name())
                    .startsWith("tools/call ")
                    .endsWith("___" + tool.name().substring("tool.".length()));
            SpanRecord request = onlyBelow(call);
            assertThat(request.kind()).isEqualTo(SpanKind.CLIENT);
            SpanRecord backend = onlyBelow(request);
            assertThat(backend.kind()).isEqualTo(SpanKind.SERVER);
            assertThat(backend.service()).isIn("k8s-api", "logs-api", "metrics-api");
            assertThat(List.of(http, call, request))
                    .allMatch(span -> span.service().equals("sre-gateway"));
        });
    }

    @Test
    void everySpanOfOursCarriesTheInvestigation() {
        Set<Object> ids = ours().map(span -> span.attributes().values().get("sre.investigation_id"))
                .collect(toSet());
        assertThat(ids)
                .hasSize(1)
                .allSatisfy(id -> assertThat(String.valueOf(id)).matches("investigation_[0-9a-f]{16}"));
        assertThat(ours()).allSatisfy(span -> {
            assertThat(span.attributes().text("sre.user_id")).isEqualTo("Alice");
            assertThat(span.status()).isNotEqualTo(SpanStatus.ERROR);
        });
        assertThat(ours().filter(span -> !span.name().startsWith("chat ")))
                .allSatisfy(
                        span -> assertThat(span.attributes().text("sre.query")).isEqualTo(PROMPT));
    }

    @Test
    void theSpansSayWhatTheRequirementsAskFor() {
        assertThat(attributes("supervisor.route_decision"))
                .containsEntry("sre.agents_selected", "metrics,logs,kubernetes")
                .containsKey("sre.routing_reason");
        assertThat(attributes("agent.metrics.execute"))
                .containsEntry("sre.agent_type", "metrics")
                .containsEntry("gen_ai.agent.name", "metrics")
                .containsEntry("sre.tools_available", 5L)
                .containsEntry("sre.tools_invoked", 5L);
        assertThat(attributes(ofStrategy("memory.retrieve", "user_preferences")))
                .containsEntry("memory.namespace", "/sre/users/Alice/preferences")
                .containsEntry("memory.results_count", 4L)
                .containsEntry("memory.cache_hit", false);
    }

    @Test
    void cloudWatchsGenAiPagesFindAgentsToolsMemoryAndSession() {
        assertThat(attributes("agent.metrics.execute")).containsEntry("gen_ai.operation.name", "invoke_agent");
        assertThat(attributes(ofStrategy("memory.retrieve", "infrastructure")))
                .containsEntry("gen_ai.operation.name", "search_memory");
        assertThat(named("tool."))
                .isNotEmpty()
                .allSatisfy(tool -> assertThat(tool.attributes().values())
                        .containsEntry("gen_ai.operation.name", "execute_tool")
                        .containsEntry("gen_ai.tool.name", tool.name().substring("tool.".length())));
        Set<Object> sessions =
                ours().map(span -> span.attributes().values().get("session.id")).collect(toSet());
        assertThat(sessions).hasSize(1).doesNotContainNull();
        assertThat(ours()).allSatisfy(span -> {
            assertThat(span.attributes().values().get("gen_ai.conversation.id")).isIn(sessions);
            assertThat(span.resource().values()).containsEntry("aws.service.type", "gen_ai_agent");
        });
        assertThat(trace)
                .filteredOn(span -> span.kind() == SpanKind.SERVER)
                .isNotEmpty()
                .allSatisfy(backend -> assertThat(backend.resource().values()).doesNotContainKey("aws.service.type"));
    }

    @Test
    void everyCallOfTheModelIsBelowWhoeverAsked() {
        List<SpanRecord> chats = named("chat ");
        assertThat(chats).hasSize(8).allSatisfy(chat -> {
            assertThat(chat.kind()).isEqualTo(SpanKind.CLIENT);
            assertThat(chat.attributes().values())
                    .containsEntry("gen_ai.operation.name", "chat")
                    .containsEntry("gen_ai.provider.name", "offline")
                    .containsEntry("gen_ai.request.model", "offline");
            assertThat(chat.attributes().text("gen_ai.input.messages")).contains("\"role\"");
        });
        assertThat(chats.stream().map(chat -> parent(chat).name()).collect(toSet()))
                .containsAll(AGENTS)
                .contains("supervisor.analyze_query", "supervisor.aggregate_results");
    }

    @Test
    void theLogRecordsOfTheRunAreInItsTrace() {
        assertThat(system.logs())
                .filteredOn(entry -> trace.get(0).traceId().equals(entry.traceId()))
                .extracting(LogEntry::body)
                .contains("Investigation started");
        assertThat(system.logs())
                .as("nothing of the dry run before it")
                .filteredOn(entry -> entry.service().equals("sre-agent"))
                .allSatisfy(entry -> assertThat(entry.body().toString()).doesNotContain("investigation_0"))
                .filteredOn(entry -> "Investigation started".equals(entry.body()))
                .hasSize(1);
    }

    @Test
    void metricsArriveWithExactlyTheDimensionSetsOfTheStandard() {
        assertThat(dimensionSets("AgentInvocation"))
                .containsExactlyInAnyOrder(Set.of("AgentName", "UserID"), Set.of("AgentName"));
        assertThat(dimensionSets("ToolExecution")).containsExactly(Set.of("ToolName", "AgentName"));
        assertThat(dimensionSets("MemoryOperation")).containsExactly(Set.of("Operation", "Strategy"));
        assertThat(dimensionSets("AgentRouting")).containsExactly(Set.of("AgentName"));
        assertThat(system.metrics())
                .filteredOn(datum -> datum.name().equals("AgentInvocation"))
                .extracting(datum -> datum.dimensions().get("AgentName"))
                .contains("supervisor", "metrics", "kubernetes", "logs");
    }

    @Test
    void allThreeMemoriesAreReadAtTheBeginningAndTwoAreWrittenAtTheEnd() {
        for (String strategy : List.of("user_preferences", "infrastructure", "investigations")) {
            SpanRecord lookup = ofStrategy("memory.retrieve", strategy);
            assertThat(parent(lookup).name()).isEqualTo("supervisor.investigate");
            assertThat(namesBelow(lookup)).containsExactlyInAnyOrder("memory.vector_search", "memory.post_process");
        }
        SpanRecord summedUp = only("supervisor.aggregate_results");
        for (String strategy : List.of("infrastructure", "investigations")) {
            assertThat(ofStrategy("memory.store", strategy).startUnixNano())
                    .isGreaterThanOrEqualTo(summedUp.endUnixNano());
        }
        assertThat(named("memory.store")).hasSize(2);
    }

    private static Map<String, Object> attributes(String span) {
        return attributes(only(span));
    }

    private static Map<String, Object> attributes(SpanRecord span) {
        return span.attributes().values();
    }

    private static SpanRecord ofStrategy(String name, String strategy) {
        List<SpanRecord> spans = named(name).stream()
                .filter(span -> strategy.equals(span.attributes().text("memory.strategy")))
                .toList();
        assertThat(spans).as(name + " of " + strategy).hasSize(1);
        return spans.get(0);
    }

    private static Set<Set<String>> dimensionSets(String metric) {
        return system.metrics().stream()
                .filter(datum -> datum.name().equals(metric))
                .map(MetricDatum::dimensions)
                .map(dimensions -> Set.copyOf(dimensions.keySet()))
                .collect(toSet());
    }

    private static SpanRecord only(String name) {
        List<SpanRecord> spans =
                trace.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(spans).as(name).hasSize(1);
        return spans.get(0);
    }

    private static List<SpanRecord> named(String prefix) {
        return trace.stream().filter(span -> span.name().startsWith(prefix)).toList();
    }

    private static Set<String> namesBelow(SpanRecord parent) {
        return trace.stream()
                .filter(span -> parent.spanId().equals(span.parentSpanId()))
                .map(SpanRecord::name)
                .collect(toSet());
    }

    private static SpanRecord onlyBelow(SpanRecord parent) {
        List<SpanRecord> below = trace.stream()
                .filter(span -> parent.spanId().equals(span.parentSpanId()))
                .toList();
        assertThat(below).as("below " + parent.name()).hasSize(1);
        return below.get(0);
    }

    private static SpanRecord parent(SpanRecord span) {
        return Objects.requireNonNull(byId.get(Objects.requireNonNull(span.parentSpanId())));
    }

    private static Stream<SpanRecord> ours() {
        return trace.stream().filter(span -> span.service().equals("sre-agent"));
    }
}
