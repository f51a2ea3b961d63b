package com.example.moved;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;

/** A tool. */
class EditPod {
    @ToolSpan("tool.edit_pod")
    String edit(@SpanAttribute("sre.tool_params") String parameters) {
        return parameters;
    }
}
