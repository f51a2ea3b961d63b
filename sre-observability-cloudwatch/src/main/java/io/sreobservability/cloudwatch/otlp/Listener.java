package io.sreobservability.cloudwatch.otlp;

/** Who hears how an export ended. */
public enum Listener {
    /** The books of this library, which are told of a success, too, that an earlier try may have had already. */
    BOOKS,
    /** Anybody; a success is a success. */
    ANYBODY
}
