package com.example;

import io.sreobservability.annotations.ToolSpan;
import java.util.function.Supplier;

/** The mistake: an annotation in an anonymous class, which no annotation processor ever sees. */
class PodTool {

    Supplier<String> podStatus() {
        return new Supplier<>() {
            @Override
            @ToolSpan("tool.get_pods")
            public String get() {
                return "Running";
            }
        };
    }
}
