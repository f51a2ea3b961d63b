package io.sreobservability.processor.type;

/** What kind of value a Java type holds, as far as attributes care. */
public enum ValueKind {
    /** {@code String}. */
    TEXT,
    /** A Java enum. */
    ENUM,
    /** {@code byte}, {@code short}, {@code int} or {@code long}. */
    INTEGER,
    /** The same as an object, which may be null. */
    BOXED_INTEGER,
    /** {@code float} or {@code double}. */
    DECIMAL,
    /** The same as an object, which may be null. */
    BOXED_DECIMAL,
    /** {@code boolean}. */
    BOOLEAN,
    /** {@code Boolean}, which may be null. */
    BOXED_BOOLEAN,
    /** An array, a map or a collection. */
    CONTAINER,
    /** Anything else. */
    OTHER
}
