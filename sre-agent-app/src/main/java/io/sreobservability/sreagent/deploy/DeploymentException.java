package io.sreobservability.sreagent.deploy;

/** The deployment cannot go on; the message names the reason and the fix, meant for the user. */
public final class DeploymentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeploymentException(String message) {
        super(message);
    }

    DeploymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
