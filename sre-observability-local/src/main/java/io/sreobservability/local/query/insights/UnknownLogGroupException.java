package io.sreobservability.local.query.insights;

import java.io.Serial;

/** A query that names no log group, too many, or one that is not there. */
public final class UnknownLogGroupException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    UnknownLogGroupException(String message) {
        super(message, null, false, false);
    }

    /** Which group, and which there are. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
