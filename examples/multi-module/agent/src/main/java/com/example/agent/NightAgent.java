package com.example.agent;

import com.example.pods.PodTool;
import com.example.telemetry.SpanNames;
import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.SpanAttribute;

/** An agent in a span family of the company's registry, which also brings the constant for its name. */
final class NightAgent {
    private final PodTool tool = new PodTool();

    @AgentSpan(SpanNames.JOB_CLEAN_UP)
    String cleanUp(
            @SpanAttribute("sre.user_id") String userId,
            @SpanAttribute("sre.session_id") String sessionId,
            @SpanAttribute("example.tenant") String tenant) {
        return tool.status(tenant, "web-app").phase();
    }
}
