package io.sreobservability.processor.model;

import java.util.List;
import java.util.stream.Stream;

/** The names of our annotations. The processor reads them as mirrors and so needs none of the classes. */
public final class AnnotationNames {
    /** How the names of our annotations begin. */
    public static final String PACKAGE = "io.sreobservability.annotations.";

    static final String MEMORY_SPAN = PACKAGE + "MemorySpan";
    static final String SPAN_NAME_PART = PACKAGE + "SpanNamePart";
    static final String SPAN_ATTRIBUTE = PACKAGE + "SpanAttribute";
    static final String FIXED_ATTRIBUTE = PACKAGE + "FixedAttribute";
    static final String RESULT_ATTRIBUTE = PACKAGE + "ResultAttribute";
    static final String ERROR_WHEN = PACKAGE + "ErrorWhen";
    /** Stands on components of records, too, so it alone does not bring a constructor to the processor's attention. */
    static final String REDACTED = PACKAGE + "Redacted";

    /** The annotations that make a span. */
    static final List<String> SPANS = List.of(PACKAGE + "AgentSpan", PACKAGE + "ToolSpan", MEMORY_SPAN);

    /** Every annotation that brings a method to the processor's attention, containers of repeated ones included. */
    public static final List<String> ALL = Stream.concat(
                    SPANS.stream(),
                    Stream.of(SPAN_NAME_PART, SPAN_ATTRIBUTE, FIXED_ATTRIBUTE, RESULT_ATTRIBUTE, ERROR_WHEN)
                            .flatMap(name -> Stream.of(name, name + ".List")))
            .toList();

    private AnnotationNames() {}
}
