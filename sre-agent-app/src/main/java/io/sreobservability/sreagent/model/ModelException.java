package io.sreobservability.sreagent.model;

/**
 * A model did not answer. The message is one line for a person: which model, what happened, what to do about it. It never
 * holds a key.
 */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ModelFailure failure;

    /** A failure of this kind. */
    public ModelException(ModelFailure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /** What kind it is. */
    public ModelFailure failure() {
        return failure;
    }
}
