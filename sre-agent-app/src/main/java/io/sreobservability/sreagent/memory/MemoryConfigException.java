package io.sreobservability.sreagent.memory;

/** A setting of memory is missing or wrong. The message is one line: which setting, and what it must be. */
public final class MemoryConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what to tell the user. */
    public MemoryConfigException(String message) {
        super(message);
    }
}
