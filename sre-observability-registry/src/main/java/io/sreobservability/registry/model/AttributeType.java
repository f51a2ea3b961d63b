package io.sreobservability.registry.model;

import java.util.List;
import java.util.Optional;

/** What values an attribute takes. */
public sealed interface AttributeType {
    /** A type of OpenTelemetry attributes. */
    enum Scalar implements AttributeType {
        /** Text. */
        STRING,
        /** A 64-bit integer. */
        INT,
        /** A 64-bit floating-point number. */
        DOUBLE,
        /** True or false. */
        BOOLEAN;
    }

    /**
     * One of a list of texts.
     *
     * @param members the values in the order of the registry
     */
    record Enumeration(List<Member> members) implements AttributeType {
        /** Copies the list. */
        public Enumeration {
            members = List.copyOf(members);
        }

        /** The values of all members. */
        public List<String> values() {
            return members.stream().map(Member::value).toList();
        }
    }

    /**
     * One value of an enumeration.
     *
     * @param id the name in the registry; constants are named after it
     * @param value the text that travels
     * @param brief one sentence; may be empty
     * @param deprecation why it should not be used any more; empty if it may be used
     */
    record Member(String id, String value, String brief, Optional<Deprecation> deprecation) {}

    /** The type as the registry writes it, for messages and reference pages. */
    default String label() {
        if (this instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING -> "string";
                case INT -> "int";
                case DOUBLE -> "double";
                case BOOLEAN -> "boolean";
            };
        }
        return "enum";
    }
}
