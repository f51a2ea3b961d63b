package io.sreobservability.aspects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.fixture.Agent;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WovenMetricsTest {
    private final Agent agent = new Agent();
    private RecordedTelemetry telemetry = RecordedTelemetry.install();

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void theValueIsExactlyTheDurationOfTheSpan() {
        agent.callTool("get_pods", Map.of());

        SpanData span = telemetry.onlySpan();
        MetricData metric = telemetry.metrics().get("ToolExecution");
        assertThat(metric.getUnit()).isEqualTo("ms");
        HistogramPointData point =
                metric.getHistogramData().getPoints().iterator().next();
        assertThat(point.getCount()).isEqualTo(1);
        assertThat(point.getSum()).isEqualTo((span.getEndEpochNanos() - span.getStartEpochNanos()) / 1_000_000.0);
    }

    @Test
    void theValueKeepsTheIdsOfItsSpanAsAnExemplar() {
        agent.callTool("get_pods", Map.of());

        HistogramPointData point = telemetry
                .metrics()
                .get("ToolExecution")
                .getHistogramData()
                .getPoints()
                .iterator()
                .next();
        assertThat(point.getExemplars())
                .singleElement()
                .extracting(exemplar -> exemplar.getSpanContext().getSpanId())
                .isEqualTo(telemetry.onlySpan().getSpanId());
    }

    @Test
    void dimensionsAreExactlyThoseOfTheDefinitionWithItsRollUps() throws Exception {
        agent.investigate("alice", "s", "q", () -> agent.callTool("get_pods", Map.of()));

        assertThat(telemetry.dimensionSets("ToolExecution"))
                .containsExactly(Map.of("ToolName", "get_pods", "AgentName", "supervisor"));
        assertThat(telemetry.dimensionSets("AgentInvocation"))
                .containsExactlyInAnyOrder(
                        Map.of("AgentName", "supervisor", "UserID", "alice"), Map.of("AgentName", "supervisor"));
        assertThat(telemetry.metrics()).containsOnlyKeys("ToolExecution", "AgentInvocation");
    }

    @Test
    void aDimensionWithoutAValueIsUnknown() {
        agent.callTool("get_pods", Map.of());

        assertThat(telemetry.dimensionSets("ToolExecution"))
                .containsExactly(Map.of("ToolName", "get_pods", "AgentName", "unknown"));
    }

    @Test
    void aFailedCallIsTimedLikeAnyOtherAndCounted() {
        assertThat(catchThrowable(() -> agent.fail(new IllegalStateException())))
                .isNotNull();
        agent.callTool("bad_tool", Map.of());

        assertThat(telemetry.dimensionSets("ToolExecution"))
                .containsExactlyInAnyOrder(
                        Map.of("ToolName", "fail", "AgentName", "unknown"),
                        Map.of("ToolName", "bad_tool", "AgentName", "unknown"));
        assertThat(telemetry.dimensionSets("ComponentError"))
                .containsExactlyInAnyOrder(
                        Map.of("Component", "tool", "Name", "fail", "ErrorType", "java.lang.IllegalStateException"),
                        Map.of("Component", "tool", "Name", "bad_tool", "ErrorType", "Timeout"));
    }

    @Test
    void anUnsampledSpanIsMeasuredLikeAnyOther() throws Exception {
        telemetry.close();
        telemetry = RecordedTelemetry.install(Sampler.alwaysOff());

        agent.investigate("alice", "s", "q", () -> agent.callTool("get_pods", Map.of()));

        assertThat(telemetry.spans()).isEmpty();
        assertThat(telemetry.dimensionSets("ToolExecution"))
                .containsExactly(Map.of("ToolName", "get_pods", "AgentName", "supervisor"));
    }
}
