package com.example;

import io.sreobservability.annotations.ToolSpan;

/** Correct; the mistakes are in the dashboard and the query. */
class PodTool {

    @ToolSpan("tool.get_pods")
    String podStatus(String namespace) {
        return "Running in " + namespace;
    }
}
