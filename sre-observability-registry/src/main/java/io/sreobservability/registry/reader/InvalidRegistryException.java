package io.sreobservability.registry.reader;

/** A registry that cannot be used; the message starts with {@code file:line:column} and names the fix. */
public final class InvalidRegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidRegistryException(String message) {
        super(message);
    }
}
