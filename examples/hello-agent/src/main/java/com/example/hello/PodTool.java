package com.example.hello;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;
import java.util.Map;

/** A tool that looks at pods. */
class PodTool {
    private static final Map<String, PodStatus> PODS =
            Map.of("web-app", new PodStatus("web-app", "CrashLoopBackOff", 7));

    /** Its span is {@code tool.get_pod_status}; a failed call is a span with status error, and a count of errors. */
    @ToolSpan("tool.get_pod_status")
    PodStatus status(@SpanAttribute("sre.tool_params") Map<String, String> parameters) {
        PodStatus status = PODS.get(parameters.get("pod"));
        if (status == null) {
            throw new IllegalArgumentException("There is no such pod.");
        }
        return status;
    }
}
