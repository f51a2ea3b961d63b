package io.sreobservability.registry.model;

import java.util.List;

/**
 * Spans that a library makes. The test kit knows them; the processor does not check them.
 *
 * @param id the group's id
 * @param documentation what they stand for
 * @param kind how the work relates to other processes
 * @param attributes what they may carry
 * @param nameText the form of the name, for people
 */
public record ExternalSpan(
        String id, Documentation documentation, SpanKind kind, List<AttributeUse> attributes, String nameText)
        implements SpanGroup {
    /** Copies the list. */
    public ExternalSpan {
        attributes = List.copyOf(attributes);
    }
}
