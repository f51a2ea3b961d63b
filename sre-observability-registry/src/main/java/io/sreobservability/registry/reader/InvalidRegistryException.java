package io.sreobservability.registry.reader;

/**
 * A registry that cannot be used; the message starts with {@code file:line:column} and names the fix. It is one line,
 * whatever the registry's text holds.
 */
public final class InvalidRegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_MESSAGE = 1000;

    private InvalidRegistryException(String message) {
        super(message);
    }

    /** A mistake at a place; lines and columns are counted from 1. */
    static InvalidRegistryException at(String file, int line, int column, String message) {
        return of(file + ":" + line + ":" + column + ": " + message);
    }

    /** A mistake that is not at a place inside a file. */
    static InvalidRegistryException of(String message) {
        String line = message.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
        return new InvalidRegistryException(
                line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE) + " …");
    }
}
