package com.example;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;

/** A tool. */
class GetPod {
    @ToolSpan("tool.get_one_pod")
    String fetch(@SpanAttribute("sre.tool_params") String parameters) {
        return parameters;
    }
}
