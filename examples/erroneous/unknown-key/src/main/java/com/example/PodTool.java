package com.example;

import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.annotations.ToolSpan;

/** The mistake: an attribute key that the registry does not have. */
class PodTool {

    @ToolSpan("tool.get_pods")
    String podStatus(@SpanAttribute("sre.usr_id") String userId) {
        return "Pods of " + userId;
    }
}
