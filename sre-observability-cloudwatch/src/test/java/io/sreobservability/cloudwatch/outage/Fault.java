package io.sreobservability.cloudwatch.outage;

/** What a receiver does instead of taking a request. */
enum Fault {
    NONE,
    /** Nobody listens. */
    REFUSED,
    STATUS_503,
    STATUS_500,
    /** Status 429, come again in a second. */
    THROTTLED,
    /** The connection breaks off in the middle of the request's body. */
    RESET,
    /** The request is taken, and the connection breaks before its answer. */
    ANSWER_LOST,
    /** The request is read and never answered. */
    BLACK_HOLE
}
