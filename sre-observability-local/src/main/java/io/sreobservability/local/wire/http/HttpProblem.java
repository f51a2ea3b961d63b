package io.sreobservability.local.wire.http;

import java.io.Serial;

/** A request that cannot be served, with the status and the one sentence for the caller. */
public final class HttpProblem extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * A problem to tell the caller.
     *
     * @param status HTTP status, 400 to 599
     * @param message what is wrong and how to put it right
     */
    public HttpProblem(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
