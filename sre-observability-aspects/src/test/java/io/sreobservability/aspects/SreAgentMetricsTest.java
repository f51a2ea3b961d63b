package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.sreobservability.aspects.engine.MeasuredWork;
import io.sreobservability.aspects.standard.EscalationTypes;
import io.sreobservability.aspects.standard.MemoryStrategies;
import io.sreobservability.aspects.standard.StandardAttributes;
import io.sreobservability.aspects.standard.span.StandardSpans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics without spans are the metrics of spans. */
class SreAgentMetricsTest {
    private static final Duration TIME = Duration.ofMillis(250);

    private RecordedTelemetry telemetry = RecordedTelemetry.install();

    @AfterEach
    void close() {
        telemetry.close();
    }

    /** Every metric with unit, kind, and per set of dimensions the number of its records. */
    private Map<String, Object> metricsOf(Runnable work) {
        telemetry.close();
        telemetry = RecordedTelemetry.install();
        work.run();
        Map<String, Object> shapes = new TreeMap<>();
        telemetry.metrics().forEach((name, metric) -> shapes.put(name, shape(metric)));
        return shapes;
    }

    private static Object shape(MetricData metric) {
        Map<Attributes, Long> points = metric.getData().getPoints().stream()
                .collect(Collectors.toMap(PointData::getAttributes, SreAgentMetricsTest::count));
        return List.of(metric.getUnit(), metric.getType(), metric.getDescription(), points);
    }

    private static long count(PointData point) {
        return point instanceof HistogramPointData histogram
                ? histogram.getCount()
                : ((LongPointData) point).getValue();
    }

    private List<Double> sums(String metric) {
        return telemetry.metrics().get(metric).getHistogramData().getPoints().stream()
                .map(HistogramPointData::getSum)
                .toList();
    }

    @Test
    void anAgentInvocation() {
        Map<String, Object> ofSpan = metricsOf(() -> Spans.agent("kubernetes")
                .with(Correlation.of("alice", "s", "q"))
                .run(() -> {}));

        assertThat(metricsOf(
                        () -> SreAgentMetrics.recordAgentInvocation("kubernetes", "alice", TIME, Outcome.success())))
                .isEqualTo(ofSpan)
                .containsOnlyKeys("AgentInvocation");
        assertThat(sums("AgentInvocation")).containsOnly(250.0);
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller without null checks may
    void whatIsRecordedTwiceOrWithoutAnOutcomeCountsNoMore() {
        MeasuredWork work = new MeasuredWork(StandardSpans.TOOL, "get_pods");
        long faults = SreObservability.selfCounters().faults();

        work.record(TIME);
        work.record(TIME);
        SreAgentMetrics.recordToolExecution("get_pods", null, TIME, null);

        assertThat(sums("ToolExecution")).containsExactly(250.0);
        assertThat(SreObservability.selfCounters().faults()).isEqualTo(faults + 1);
    }

    @Test
    void anAgentInvocationOfTheCurrentUser() {
        metricsOf(() -> Spans.supervisor("analyze_query")
                .with(Correlation.of("alice", "s", "q"))
                .run(() -> SreAgentMetrics.recordAgentInvocation("kubernetes", TIME, true)));

        assertThat(telemetry.dimensionSets("AgentInvocation"))
                .containsExactlyInAnyOrder(
                        Map.of("AgentName", "kubernetes", "UserID", "alice"), Map.of("AgentName", "kubernetes"));
    }

    @Test
    void aToolExecutionThatFails() {
        Map<String, Object> ofSpan = metricsOf(() -> Spans.tool("get_pods")
                .with(StandardAttributes.SRE_AGENT_TYPE, "logs")
                .callWith(span -> span.error("Timeout")));

        assertThat(metricsOf(() ->
                        SreAgentMetrics.recordToolExecution("get_pods", "Logs", TIME, Outcome.failure("Timeout"))))
                .isEqualTo(ofSpan)
                .containsOnlyKeys("ToolExecution", "ComponentError");
    }

    @Test
    void aToolExecutionOfTheCurrentAgentWhoseFailureHasNoName() {
        metricsOf(() -> Spans.agent("logs").run(() -> SreAgentMetrics.recordToolExecution("GetPods", TIME, false)));

        assertThat(telemetry.dimensionSets("ToolExecution"))
                .containsExactly(Map.of("ToolName", "get_pods", "AgentName", "logs"));
        assertThat(telemetry.dimensionSets("ComponentError"))
                .containsExactly(Map.of("Component", "tool", "Name", "get_pods", "ErrorType", "_OTHER"));
    }

    @Test
    void aToolExecutionOfNobodyInParticular() {
        metricsOf(() -> SreAgentMetrics.recordToolExecution("get_pods", TIME, true));

        assertThat(telemetry.dimensionSets("ToolExecution"))
                .containsExactly(Map.of("ToolName", "get_pods", "AgentName", "unknown"));
    }

    @Test
    void aMemoryOperation() {
        Map<String, Object> ofSpan = metricsOf(() ->
                Spans.memory("retrieve", MemoryStrategies.USER_PREFERENCES).run(() -> {}));

        assertThat(metricsOf(() ->
                        SreAgentMetrics.recordMemoryOperation("retrieve", MemoryStrategies.USER_PREFERENCES, TIME, 3)))
                .isEqualTo(ofSpan)
                .containsOnlyKeys("MemoryOperation");
    }

    @Test
    void aMemoryOperationThatThrew() {
        metricsOf(() -> SreAgentMetrics.recordMemoryOperation(
                "store", MemoryStrategies.INVESTIGATIONS, TIME, 0, Outcome.failure(new IllegalStateException("full"))));

        assertThat(telemetry.dimensionSets("ComponentError"))
                .containsExactly(
                        Map.of("Component", "memory", "Name", "store", "ErrorType", "java.lang.IllegalStateException"));
    }

    @Test
    void anEscalation() {
        long normalised = SreObservability.selfCounters().normalisedNames();
        Map<String, Object> ofSpan = metricsOf(() -> Spans.supervisor("aggregate_results")
                .with(StandardAttributes.SRE_USER_ID, "carol")
                .with(StandardAttributes.SRE_ESCALATION_TRIGGERED, true)
                .with(StandardAttributes.SRE_ESCALATION_TYPE, EscalationTypes.SEVERITY_THRESHOLD)
                .run(() -> {}));

        assertThat(metricsOf(() -> SreAgentMetrics.recordEscalation("carol", EscalationTypes.SEVERITY_THRESHOLD)))
                .isEqualTo(ofSpan)
                .containsOnlyKeys("EscalationTriggered");
        assertThat(SreObservability.selfCounters().normalisedNames()).isEqualTo(normalised);
    }

    @Test
    void recordingMakesNoSpanAndNoneOfItWhileTelemetryIsOff() {
        SreAgentMetrics.recordEscalation("carol", EscalationTypes.MANUAL);
        SreObservability.setEnabled(false);
        SreAgentMetrics.recordToolExecution("get_pods", TIME, true);

        assertThat(telemetry.spans()).isEmpty();
        assertThat(telemetry.metrics().keySet()).isEqualTo(Set.of("EscalationTriggered"));
    }

    @Test
    void aTimeThatCanNotBeIsNoReasonToThrow() {
        SreAgentMetrics.recordToolExecution("get_pods", Duration.ofSeconds(-5), true);
        SreAgentMetrics.recordToolExecution("get_pods", Duration.ofSeconds(Long.MAX_VALUE), true);

        assertThat(sums("ToolExecution")).containsExactly(0.0);
    }
}
