package com.example.tests;

import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.SpanAttribute;
import java.util.function.UnaryOperator;

/** An agent that is given its tool. */
final class PodAgent {
    private final UnaryOperator<String> tool;

    PodAgent(UnaryOperator<String> tool) {
        this.tool = tool;
    }

    @AgentSpan("agent.pods.execute")
    String answer(
            @SpanAttribute("sre.user_id") String userId,
            @SpanAttribute("sre.session_id") String sessionId,
            @SpanAttribute("sre.query") String pod) {
        return tool.apply(pod);
    }
}
