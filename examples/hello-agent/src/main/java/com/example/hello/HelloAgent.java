package com.example.hello;

import io.sreobservability.annotations.AgentSpan;
import io.sreobservability.annotations.SpanAttribute;
import java.util.List;
import java.util.Map;

/** The smallest agent that uses a memory and a tool. No line of it deals with telemetry; the annotations do. */
class HelloAgent {
    private final Memory memory;
    private final PodTool tool;

    HelloAgent(Memory memory, PodTool tool) {
        this.memory = memory;
        this.tool = tool;
    }

    /** Its span is {@code agent.hello.execute}; the spans of memory and tool are its children. */
    @AgentSpan("agent.hello.execute")
    String diagnose(
            @SpanAttribute("sre.user_id") String userId,
            @SpanAttribute("sre.session_id") String sessionId,
            @SpanAttribute("sre.query") String pod) {
        List<String> notes = memory.about("/sre/infrastructure/" + pod, pod);
        try {
            PodStatus status = tool.status(Map.of("pod", pod));
            return status.pod() + " is in " + status.phase() + " after " + status.restarts() + " restarts; known: "
                    + notes;
        } catch (IllegalArgumentException e) {
            return "I cannot tell about " + pod + ": " + e.getMessage();
        }
    }
}
