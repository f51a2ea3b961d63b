package io.sreobservability.sreagent.agent;

/** An investigation that ended with nothing to show. The message is for the user. */
public final class InvestigationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvestigationException(String message, Throwable cause) {
        super(message, cause);
    }
}
