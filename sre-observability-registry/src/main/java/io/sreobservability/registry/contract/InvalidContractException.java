package io.sreobservability.registry.contract;

/** A contract file that cannot be used; the message names the file, the place and what was expected. */
public final class InvalidContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidContractException(String message) {
        super(message);
    }
}
