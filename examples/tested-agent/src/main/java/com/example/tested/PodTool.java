package com.example.tested;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;
import java.util.Map;

/** Knows how pods are. */
class PodTool {
    private static final Map<String, String> PHASES = Map.of("web-app", "Running");

    @ToolSpan("tool.get_pod_status")
    String phaseOf(@SpanAttribute("sre.tool_params") String pod) {
        String phase = PHASES.get(pod);
        if (phase == null) {
            throw new IllegalArgumentException("There is no such pod.");
        }
        return phase;
    }
}
