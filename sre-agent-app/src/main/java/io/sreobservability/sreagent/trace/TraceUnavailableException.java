package io.sreobservability.sreagent.trace;

/** The trace cannot be had; the message says why and what to do, in one line meant for the user. */
public final class TraceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TraceUnavailableException(String message) {
        super(message);
    }

    TraceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
