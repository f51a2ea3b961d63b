package io.sreobservability.local.store;

/** The role of a span in a trace, as OpenTelemetry defines it. */
public enum SpanKind {
    UNSPECIFIED,
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
