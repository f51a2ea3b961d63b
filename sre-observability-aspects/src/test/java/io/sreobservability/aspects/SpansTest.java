package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.fixture.Agent;
import io.sreobservability.aspects.fixture.AsyncAgent;
import io.sreobservability.aspects.standard.MemoryStrategies;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans that are made by hand are those of annotated methods. */
class SpansTest {
    private static final String TIME = StandardAttributes.SRE_TIMESTAMP.name();

    private final Agent agent = new Agent();
    private final AsyncAgent asyncAgent = new AsyncAgent();

    /** What a piece of work exports, without times and ids. */
    private record Export(List<Object> spans, Map<String, Object> metrics) {}

    private interface Work {
        void run() throws Exception;
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Context.current()).isSameAs(Context.root());
    }

    private static Export export(Work work) {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            SreObservability.setCaptureContent(true);
            assertThat(catchThrowable(work::run)).isNull();
            Map<String, String> names =
                    telemetry.spans().stream().collect(Collectors.toMap(SpanData::getSpanId, SpanData::getName));
            return new Export(
                    telemetry.spans().stream().map(span -> shape(span, names)).toList(),
                    new TreeMap<>(telemetry.metrics().values().stream()
                            .collect(Collectors.toMap(MetricData::getName, SpansTest::shape))));
        }
    }

    private static Object shape(SpanData span, Map<String, String> names) {
        Attributes attributes = span.getAttributes();
        assertThat(attributes.get(AttributeKey.stringKey(TIME))).isNotNull();
        return List.of(
                span.getName(),
                span.getKind(),
                span.getStatus(),
                span.getInstrumentationScopeInfo(),
                names.getOrDefault(span.getParentSpanId(), "no parent"),
                attributes.toBuilder().remove(AttributeKey.stringKey(TIME)).build(),
                span.getEvents().stream().map(EventData::getName).toList(),
                span.getEvents().stream().map(EventData::getAttributes).toList());
    }

    private static Object shape(MetricData metric) {
        return List.of(
                metric.getUnit(),
                metric.getDescription(),
                metric.getType(),
                metric.getData().getPoints().stream()
                        .map(point -> point.getAttributes())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aTool() {
        Map<String, Object> parameters = Map.of("namespace", "production");

        assertThat(export(() -> Spans.tool("get_pods")
                        .withJson(StandardAttributes.SRE_TOOL_PARAMS, parameters)
                        .call(() -> "pods")))
                .isEqualTo(export(() -> agent.callTool("get_pods", parameters)));
    }

    @Test
    void aToolThatFailsByValue() {
        assertThat(export(() -> Spans.tool("bad_tool")
                        .withJson(StandardAttributes.SRE_TOOL_PARAMS, Map.of())
                        .callWith(span -> span.error("Timeout"))))
                .isEqualTo(export(() -> agent.callTool("bad_tool", Map.of())));
    }

    @Test
    void aToolThatThrows() {
        RuntimeException failure = new IllegalStateException("no such pod");
        Runnable failing = () -> {
            throw failure;
        };

        assertThat(export(
                        () -> assertThat(catchThrowable(() -> Spans.tool("fail").run(failing)))
                                .isSameAs(failure)))
                .isEqualTo(export(() ->
                        assertThat(catchThrowable(() -> agent.fail(failure))).isSameAs(failure)));
        assertThat(failure).hasNoSuppressedExceptions();
    }

    @Test
    void aToolWhoseNameIsOutsideTheGrammar() {
        long normalised = SreObservability.selfCounters().normalisedNames();

        assertThat(export(() -> Spans.tool("GetPods")
                        .withJson(StandardAttributes.SRE_TOOL_PARAMS, Map.of())
                        .call(() -> 1)))
                .isEqualTo(export(() -> agent.callTool("GetPods", Map.of())));

        assertThat(SreObservability.selfCounters().normalisedNames()).isEqualTo(normalised + 2);
    }

    @Test
    void anAttemptInsideAnInvestigationWithWhatItInherits() {
        assertThat(export(() -> Spans.supervisor("investigate")
                        .with(Correlation.of("alice", "s", "token=abc"))
                        .call(() -> Spans.toolAttempt("private_sum", 2).call(() -> 3))))
                .isEqualTo(export(() -> agent.investigate("alice", "s", "token=abc", () -> agent.publicSum(1, 2))));
    }

    @Test
    void workThatHasBegunAlreadyLastsFromThenOn() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            Spans.tool("get_pods").run(() -> {
                long began = System.nanoTime();
                Spans.tool("get_nodes").run(() -> {});
                Spans.toolAttempt("get_pods", 1)
                        .startedAt(began)
                        .with(StandardAttributes.SRE_USER_ID, "alice")
                        .run(() -> {});
                Spans.tool("get_events").run(() -> {});
            });

            SpanData attempt = telemetry.span("tool.get_pods.attempt");
            assertThat(attempt.getStartEpochNanos())
                    .isGreaterThanOrEqualTo(telemetry.span("tool.get_pods").getStartEpochNanos())
                    .isLessThanOrEqualTo(telemetry.span("tool.get_nodes").getStartEpochNanos());
            assertThat(attempt.getEndEpochNanos())
                    .isBetween(
                            telemetry.span("tool.get_nodes").getEndEpochNanos(),
                            telemetry.span("tool.get_events").getStartEpochNanos());
            assertThat(telemetry.spans())
                    .filteredOn(span -> !span.getName().equals("tool.get_pods"))
                    .allSatisfy(span -> assertThat(span.getParentSpanId())
                            .isEqualTo(telemetry.span("tool.get_pods").getSpanId()));
        }
    }

    @Test
    void aRootThatHasBegunAlreadyTakesItsTimeFromTheSameClock() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            long began = System.nanoTime();
            long wall = System.currentTimeMillis();
            Spans.tool("get_pods").startedAt(began - 60_000_000_000L).run(() -> {});

            SpanData span = telemetry.onlySpan();
            assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isGreaterThanOrEqualTo(60_000_000_000L);
            assertThat(span.getEndEpochNanos() / 1_000_000).isGreaterThanOrEqualTo(wall - 1_000);
        }
    }

    @Test
    void wovenSpansInsideSpansByHandAndTheOtherWayRound() {
        Export byHandInside = export(() ->
                agent.investigate("alice", "s", "q", () -> Spans.tool("recurse").call(() -> agent.recurse(0))));
        Export byHandOutside = export(() -> Spans.supervisor("investigate")
                .with(Correlation.of("alice", "s", "q"))
                .call(() -> agent.recurse(1)));

        assertThat(byHandInside)
                .isEqualTo(byHandOutside)
                .isEqualTo(export(() -> agent.investigate("alice", "s", "q", () -> agent.recurse(1))));
    }

    @Test
    void aSpecialistWithACountFromItsResult() {
        Agent.Result result = new Agent.Result(false, "", List.of("a", "b"));

        assertThat(export(() -> Spans.agent("kubernetes").callWith(span -> {
                    span.set(
                            StandardAttributes.SRE_TOOLS_INVOKED,
                            result.findings().size());
                    return result;
                })))
                .isEqualTo(export(() -> agent.findings(result)));
    }

    @Test
    void aMemoryOperationAsATryWithResources() {
        List<String> memories = List.of("a", "b", "c");

        assertThat(export(() -> {
                    try (OpenSpan span = Spans.memory("retrieve", MemoryStrategies.USER_PREFERENCES)
                            .start()) {
                        span.set(StandardAttributes.MEMORY_RESULTS_COUNT, memories.size());
                    }
                }))
                .isEqualTo(export(() -> agent.retrieve(memories)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStageThatCompletesOrIsCancelled(boolean cancelled) {
        assertThat(export(() -> {
                    AsyncAgent.Promise<String> promise = new AsyncAgent.Promise<>();
                    assertThat(Spans.tool("promise").callAsync(() -> promise)).isSameAs(promise);
                    complete(promise, cancelled);
                }))
                .isEqualTo(export(() -> complete(asyncAgent.promise(new AsyncAgent.Promise<>()), cancelled)));
    }

    private static void complete(CompletableFuture<String> future, boolean cancelled) {
        if (cancelled) {
            future.cancel(true);
        } else {
            future.complete("done");
        }
    }

    @Test
    void aMetricOfSomeNamesIsRecordedForTheseAlone() {
        AttributeSet routing = Routing.of(List.of("kubernetes", "logs"), "asks for pods");

        assertThat(export(() -> Spans.supervisor("analyze_query").with(routing).run(() -> {}))
                        .metrics())
                .isEmpty();
        assertThat(export(() -> Spans.supervisor("route_decision").with(routing).run(() -> {}))
                        .metrics())
                .containsOnlyKeys("AgentRouting");
        assertThat(export(() -> Spans.supervisor("Investigate").with(routing).run(() -> {}))
                        .metrics())
                .containsOnlyKeys("AgentInvocation");
    }

    @Test
    void aWordThatTheStandardDoesNotListIsOther() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            Spans.memory("forget", MemoryStrategies.INVESTIGATIONS).run(() -> {});
            Spans.supervisor("day_dream").run(() -> {});

            assertThat(telemetry.spans())
                    .extracting(SpanData::getName)
                    .containsExactly("memory.other", "supervisor.other");
            assertThat(telemetry.dimensionSets("MemoryOperation"))
                    .containsExactly(Map.of("Operation", "other", "Strategy", "investigations"));
        }
    }

    @Test
    void contentStaysInTheProcessUnlessItIsSwitchedOn() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            Spans.supervisor("route_decision")
                    .with(Correlation.of("alice", "s", "what happened?"))
                    .with(Routing.of(List.of("logs"), "speaks of errors"))
                    .run(() -> {});

            assertThat(telemetry.onlySpan().getAttributes().asMap().keySet())
                    .extracting(AttributeKey::getKey)
                    .contains("sre.user_id", "session.id", "sre.agents_selected")
                    .doesNotContain("sre.query", "sre.routing_reason");
        }
    }

    @Test
    void namesOfChosenAgentsAreBroughtIntoTheGrammarSoThatACommaSeparates() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            Spans.supervisor("route_decision")
                    .with(Routing.of(List.of("kubernetes", "Logs,Metrics"), null))
                    .run(() -> {});

            assertThat(telemetry.dimensionSets("AgentRouting"))
                    .containsExactlyInAnyOrder(Map.of("AgentName", "kubernetes"), Map.of("AgentName", "logs_metrics"));
        }
    }

    @Test
    void aSetOfAttributesIsNotChangedByWhoAddsToIt() {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            SpanCall general = Spans.tool("get_pods").with(StandardAttributes.SRE_USER_ID, "alice");
            general.with(StandardAttributes.SRE_USER_ID, "carol").run(() -> {});
            general.run(() -> {});

            assertThat(telemetry.spans())
                    .extracting(span -> span.getAttributes().get(StandardAttributes.SRE_USER_ID.key()))
                    .containsExactly("carol", "alice");
        }
    }

    @Test
    void whatIsSetInsideCountsForTheSpanAndItsMetricsAlike() throws Exception {
        try (RecordedTelemetry telemetry = RecordedTelemetry.install()) {
            Spans.tool("call_tool").callWith(span -> span.set(StandardAttributes.SRE_TOOL_NAME, "get_pods"));

            assertThat(telemetry.onlySpan().getAttributes().get(StandardAttributes.SRE_TOOL_NAME.key()))
                    .isEqualTo("get_pods");
            assertThat(telemetry.dimensionSets("ToolExecution"))
                    .allSatisfy(set -> assertThat(set).containsEntry("ToolName", "get_pods"));
        }
    }
}
