package io.sreobservability.sreagent.backend.data;

/** The data set can't be read or used. The message names file and line and is meant for the operator. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault with a message for the operator. */
    public DataException(String message) {
        super(message);
    }
}
