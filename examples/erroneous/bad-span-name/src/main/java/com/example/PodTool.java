package com.example;

import io.sreobservability.annotations.ToolSpan;

/** The mistake: a span name that the grammar does not allow. */
class PodTool {

    @ToolSpan("tool.GetPods")
    String podStatus() {
        return "Running";
    }
}
