package io.sreobservability.sreagent.cli;

/** A failure the user can do something about: one line and an exit code. */
final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Bad input: an option, a name, an empty prompt. */
    static final int USAGE = 2;

    /** Something around us is missing: a key, a server, a folder. */
    static final int ENVIRONMENT = 3;

    /** The investigation ran and has nothing to show. */
    static final int FAILED = 1;

    private final int exitCode;

    CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
