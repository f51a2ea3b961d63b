package com.example.tested;

import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryExtension;
import io.sreobservability.testing.Waive;
import io.sreobservability.testing.contract.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(SreTelemetryExtension.RESOURCE)
@Waive(
        rule = Rule.MISSING_REQUIRED,
        names = {"sre.investigation_id", "sre.user_id"},
        reason = "the supervisor sets them, and this class calls the tool alone")
class PodToolTest {
    @RegisterExtension
    static final SreTelemetryExtension TELEMETRY =
            SreTelemetryExtension.builder().captureContent().build();

    @Test
    void theParametersAreRecordedWhereContentMayBeSeen(RecordedTelemetry telemetry) {
        new PodTool().phaseOf("web-app");

        telemetry.assertSpan("tool.get_pod_status").isRoot().hasAttribute("sre.tool_params", "\"web-app\"");
    }
}
