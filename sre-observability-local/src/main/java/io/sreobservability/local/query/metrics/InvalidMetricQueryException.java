package io.sreobservability.local.query.metrics;

import java.io.Serial;

/** A query for metric data that is not answered: it is malformed, or uses what the stand-in does not have. */
public final class InvalidMetricQueryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public InvalidMetricQueryException(String message) {
        super(message, null, false, false);
    }

    /** Which query and what is wrong with it. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
