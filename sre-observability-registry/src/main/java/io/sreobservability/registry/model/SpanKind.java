package io.sreobservability.registry.model;

/** OpenTelemetry's span kinds: how the work relates to work in other processes. */
public enum SpanKind {
    /** Work inside the process. */
    INTERNAL,
    /** Waits for the answer of a server. */
    CLIENT,
    /** Answers a client. */
    SERVER,
    /** Hands work to a queue. */
    PRODUCER,
    /** Takes work from a queue. */
    CONSUMER
}
