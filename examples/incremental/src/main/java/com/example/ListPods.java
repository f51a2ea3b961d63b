package com.example;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;

/** A tool. */
class ListPods {
    @ToolSpan("tool.list_pods")
    String list(@SpanAttribute("sre.tool_params") String parameters) {
        return parameters;
    }
}
