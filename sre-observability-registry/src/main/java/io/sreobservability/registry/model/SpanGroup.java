package io.sreobservability.registry.model;

import java.util.List;
import java.util.Optional;

/** A kind of span: one of ours, made by an annotation, or one that a library makes. */
public sealed interface SpanGroup permits SpanFamily, ExternalSpan {
    /** The group's id in the registry. */
    String id();

    /** What the spans stand for. */
    Documentation documentation();

    /** How the work relates to other processes. */
    SpanKind kind();

    /** The attributes that the spans may carry, own ones after the common ones. */
    List<AttributeUse> attributes();

    /** The name or name pattern as text. */
    String nameText();

    /** How this kind of span uses an attribute; empty if it does not. */
    default Optional<AttributeUse> use(String key) {
        return attributes().stream()
                .filter(use -> use.attribute().key().equals(key))
                .findFirst();
    }
}
