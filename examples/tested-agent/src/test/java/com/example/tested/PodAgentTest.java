package com.example.tested;

import io.sreobservability.aspects.InvestigationIds;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SreTelemetryTest
class PodAgentTest {
    private final PodAgent agent = new PodAgent(new PodTool());

    @Test
    void anInvestigationIsOneTrace(RecordedTelemetry telemetry) {
        agent.investigate(InvestigationIds.next(), "Alice", "web-app");

        telemetry.assertTrace().isTree("""
                supervisor.investigate
                  tool.get_pod_status
                """);
        telemetry.assertSpan("tool.get_pod_status").succeeded().hasAttribute("sre.user_id", "Alice");
    }

    @Test
    void aFailedLookupIsAnErrorOfTheToolAlone(RecordedTelemetry telemetry) {
        agent.investigate(InvestigationIds.next(), "Alice", "no-such-pod");

        telemetry.assertSpan("tool.get_pod_status").failed(IllegalArgumentException.class);
        telemetry.assertSpan("supervisor.investigate").succeeded();
        telemetry
                .assertMetric("ToolExecution")
                .hasPoint(Map.of("ToolName", "get_pod_status", "AgentName", "supervisor"))
                .count(1);
    }
}
