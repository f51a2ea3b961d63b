package io.sreobservability.registry.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the library handles an attribute's values.
 *
 * @param sensitivity what a value may tell about a person
 * @param cardinality how many different values there may be
 * @param maxLength the longest value in characters; longer ones are cut on whole code points
 * @param inherited whether descendant spans get the value too
 * @param json whether the value is JSON text, written by the library from Java values
 * @param setAlso keys of attributes that get the same value
 * @param automatic what the library itself takes the value from, if users must not set it
 */
public record AttributeTraits(
        Sensitivity sensitivity,
        Cardinality cardinality,
        OptionalInt maxLength,
        boolean inherited,
        boolean json,
        List<String> setAlso,
        Optional<Automatic> automatic) {

    /** What a value may tell about a person; decides whether it may leave the process. The strictest last. */
    public enum Sensitivity {
        /** Nothing. */
        NONE,
        /** Who the person is. */
        IDENTIFIER,
        /** What the person said or did: leaves the process only if content capture is on. */
        CONTENT
    }

    /** How many different values an attribute may take in one system. The strictest first. */
    public enum Cardinality {
        /** A handful, known in advance. */
        LOW,
        /** As many as there are names in the system's configuration. */
        BOUNDED,
        /** Without limit. */
        HIGH
    }

    /** Where the library takes a value from by itself. */
    public enum Automatic {
        /** The span's start. */
        START_TIME,
        /** The exception, or the failure that the method returned. */
        FAILURE,
        /** The cancellation of an asynchronous result. */
        CANCELLATION
    }

    /** Copies the list. */
    public AttributeTraits {
        setAlso = List.copyOf(setAlso);
    }
}
