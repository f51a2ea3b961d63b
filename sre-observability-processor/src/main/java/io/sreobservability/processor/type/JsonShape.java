package io.sreobservability.processor.type;

import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** How values of a Java type are written as JSON. */
public sealed interface JsonShape {
    /**
     * By one call for the value.
     *
     * @param kind which call
     */
    record Direct(Kind kind) implements JsonShape {
        /** What the call takes. */
        public enum Kind {
            /** A primitive. */
            PRIMITIVE,
            /** A {@code String}. */
            TEXT,
            /** An enum. */
            ENUM,
            /** An object; the run time looks what it is. */
            ANY
        }
    }

    /**
     * An object with a member for each component.
     *
     * @param type the record, with its type arguments
     */
    record OfRecord(DeclaredType type) implements JsonShape {}

    /**
     * The value in it, or null.
     *
     * @param value the type of the value
     */
    record OfOptional(TypeMirror value) implements JsonShape {}

    /**
     * A number, or null.
     *
     * @param getter the method that returns the number
     */
    record OfOptionalNumber(String getter) implements JsonShape {}

    /**
     * An array from an array of objects.
     *
     * @param element the type of the elements
     */
    record OfArray(TypeMirror element) implements JsonShape {}

    /**
     * An array from a collection.
     *
     * @param element the type of the elements
     */
    record OfCollection(TypeMirror element) implements JsonShape {}

    /**
     * An object with a member for each entry.
     *
     * @param key the type of the keys
     * @param value the type of the values
     */
    record OfMap(TypeMirror key, TypeMirror value) implements JsonShape {}
}
