package com.example;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;

/** The mistake: a string for an attribute that is a number. */
class PodTool {

    @ToolSpan("tool.get_pods.attempt")
    String podStatus(@SpanAttribute("sre.attempt") String attempt) {
        return "Attempt " + attempt;
    }
}
