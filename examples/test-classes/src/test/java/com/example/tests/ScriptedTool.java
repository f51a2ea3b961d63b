package com.example.tests;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;
import java.util.Map;

/** A tool for tests alone, with the same span as a real one. */
final class ScriptedTool {
    private final Map<String, String> answers;

    ScriptedTool(Map<String, String> answers) {
        this.answers = answers;
    }

    @ToolSpan("tool.get_pod_status")
    String status(@SpanAttribute("sre.tool_params") String pod) {
        return answers.getOrDefault(pod, "Unknown");
    }
}
