package io.sreobservability.maven.proof;

import io.sreobservability.maven.diagnostic.Finding;

/** The proof could not be carried out: a file that it needs cannot be read. */
public final class ProofException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Never serialized: the goal that catches it turns it into lines of the log.
    private final Finding finding;

    ProofException(Finding finding, Throwable cause) {
        super(finding.line(), cause);
        this.finding = finding;
    }

    /** The file, what is wrong with it, and the way out. */
    public Finding finding() {
        return finding;
    }
}
