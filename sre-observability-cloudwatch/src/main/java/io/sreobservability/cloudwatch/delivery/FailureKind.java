package io.sreobservability.cloudwatch.delivery;

/** Why items were not delivered, coarsely enough to count. */
public enum FailureKind {
    /** The receiver took the request but not these items. */
    REJECTED,
    /** The receiver refused the request, and would again. */
    REFUSED,
    /** There was nothing to sign the request with; it was not sent. */
    NO_CREDENTIALS,
    /** Nobody answered, or only with errors that pass, until the time or the attempts were used up. */
    UNAVAILABLE,
    /** An exporter that says no more, or a mistake in it. */
    OTHER
}
