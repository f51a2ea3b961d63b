package io.sreobservability.maven.contracts;

/** A contract that cannot be read; the message names the file and the way out. */
public final class UnusableContractException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
