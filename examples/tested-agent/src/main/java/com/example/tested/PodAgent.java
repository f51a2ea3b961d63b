package com.example.tested;

import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.SpanAttribute;

/** Looks into one incident. */
class PodAgent {
    private final PodTool tool;

    PodAgent(PodTool tool) {
        this.tool = tool;
    }

    @AgentSpan("supervisor.investigate")
    String investigate(
            @SpanAttribute("sre.investigation_id") String id,
            @SpanAttribute("sre.user_id") String userId,
            @SpanAttribute("sre.query") String pod) {
        try {
            return pod + " is " + tool.phaseOf(pod);
        } catch (IllegalArgumentException e) {
            return "I cannot tell about " + pod;
        }
    }
}
