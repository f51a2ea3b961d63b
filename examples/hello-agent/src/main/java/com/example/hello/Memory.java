package com.example.hello;

import io.sreobservability.annotations.MemorySpan;
import io.sreobservability.annotations.ResultAttribute;
import io.sreobservability.annotations.SpanAttribute;
import io.sreobservability.aspects.standard.MemoryStrategies;
import java.util.List;

/** What is known about the systems. */
class Memory {
    private static final List<String> NOTES =
            List.of("web-app needs the database before it starts", "batch runs at night");

    /** Its span is {@code memory.retrieve}; the number of results is taken from what the method returns. */
    @MemorySpan(value = "memory.retrieve", strategy = MemoryStrategies.INFRASTRUCTURE)
    @ResultAttribute(key = "memory.results_count", from = "size()")
    List<String> about(
            @SpanAttribute("memory.namespace") String namespace, @SpanAttribute("memory.query") String query) {
        return NOTES.stream().filter(note -> note.contains(query)).toList();
    }
}
