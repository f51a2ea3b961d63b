package io.sreobservability.sreagent.serve;

/** A request that gets no investigation. The message is for the caller. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
