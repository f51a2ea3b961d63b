package io.sreobservability.maven.proof;

/** The proof could not be carried out; the message names the file and the way out. */
public final class ProofException extends Exception {
    private static final long serialVersionUID = 1L;

    ProofException(String message, Throwable cause) {
        super(message, cause);
    }
}
