package com.example.pods;

import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;

/** A tool whose span has an attribute of the company's registry and one of this module's own. */
public final class PodTool {
    /** How a pod is. */
    public record PodStatus(String phase, int restarts) {}

    /** Looks at a pod. */
    @ToolSpan("tool.get_pod_status")
    @ResultAttribute(key = "pods.restarts", from = "restarts()")
    public PodStatus status(
            @SpanAttribute("example.tenant") String tenant, @SpanAttribute("sre.tool_params") String pod) {
        return new PodStatus(pod.isEmpty() ? "Unknown" : "Running", 7);
    }
}
