package io.sreobservability.sreagent.trace;

import static io.sreobservability.sreagent.trace.Spans.server;
import static io.sreobservability.sreagent.trace.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BottleneckTest {
    private static final TraceSpan ROOT = span("r", null, "supervisor.investigate", 0, 5_500);
    private static final TraceSpan METRICS = span("m", "r", "agent.metrics.execute", 1_500, 4_700);
    private static final TraceSpan LOGS = span("l", "r", "agent.logs.execute", 1_500, 3_300);

    @Test
    void theLongestAgentIsTheSlowest() {
        assertThat(verdict(ROOT, METRICS, LOGS))
                .isEqualTo("Slowest agent: metrics (3.20 s, 58 % of the investigation);"
                        + " 3.20 s of it its own work, not its tools'");
    }

    @Test
    void aBackendThatTakesMostOfTheAgentsTimeIsNamed() {
        assertThat(verdict(
                        ROOT,
                        METRICS,
                        span("t", "m", "tool.get_error_rates", 1_600, 4_600),
                        server("s", "t", "sre-backend-metrics", 1_610, 4_590),
                        span("u", "m", "tool.get_pod_status", 1_600, 1_700),
                        server("v", "u", "sre-backend-kubernetes", 1_610, 1_690)))
                .endsWith("; 2.98 s of it waiting for the backend sre-backend-metrics");
    }

    @Test
    void aGatewayThatOnlyWaitsIsNotTheBackend() {
        assertThat(verdict(
                        ROOT,
                        METRICS,
                        span("t", "m", "tool.get_error_rates", 1_600, 4_600),
                        server("g", "t", "sre-gateway", 1_605, 4_595),
                        server("s", "g", "metrics-api", 1_610, 4_590)))
                .endsWith("; 2.98 s of it waiting for the backend metrics-api");
    }

    @Test
    void parallelCallsOfOneBackendCountOnce() {
        assertThat(verdict(
                        ROOT,
                        METRICS,
                        server("s", "m", "sre-backend-metrics", 2_000, 3_000),
                        server("t", "m", "sre-backend-metrics", 2_000, 3_100)))
                .endsWith("2.10 s of it its own work, not its tools'");
    }

    @Test
    void timeInToolsThatNoBackendExplainsIsTheToolsOwn() {
        assertThat(verdict(
                        ROOT,
                        METRICS,
                        span("t", "m", "tool.get_error_rates", 1_600, 4_600),
                        server("s", "t", "sre-backend-metrics", 1_610, 1_700)))
                .endsWith("; 3.00 s of it in its tools, outside the backends (slowest: tool.get_error_rates)");
    }

    @Test
    void aSlowModelIsNamed() {
        assertThat(verdict(ROOT, METRICS, span("c", "m", "chat offline", 1_600, 4_000)))
                .endsWith("; 2.40 s of it waiting for the model (chat offline)");
    }

    @Test
    void withoutAnAgentThereIsNoVerdict() {
        assertThat(Bottleneck.of(TraceTree.of(List.of(ROOT)))).isEmpty();
        assertThat(Bottleneck.of(TraceTree.of(List.of()))).isEmpty();
    }

    private static String verdict(TraceSpan... spans) {
        return Bottleneck.of(TraceTree.of(List.of(spans))).orElseThrow().sentence();
    }
}
