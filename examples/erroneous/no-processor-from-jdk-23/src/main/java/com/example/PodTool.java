package com.example;

import io.sreobservability.annotations.ToolSpan;

/** Correct; the mistake is in the pom. */
class PodTool {

    @ToolSpan("tool.get_pods")
    String podStatus(String namespace) {
        return "Running in " + namespace;
    }
}
