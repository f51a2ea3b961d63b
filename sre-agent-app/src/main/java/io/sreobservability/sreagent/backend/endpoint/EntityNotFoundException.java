package io.sreobservability.sreagent.backend.endpoint;

/** The one thing that was asked for by its id does not exist. */
public final class EntityNotFoundException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a message for the caller. */
    public EntityNotFoundException(String message) {
        super(message);
    }
}
