package io.sreobservability.sreagent.memory;

/** Memory can neither be read nor written now. The message is for the user: what is wrong, and what to do. */
public final class MemoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what to tell the user. */
    public MemoryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
