package io.sreobservability.local.query.insights.syntax;

import java.io.Serial;

/** A query that is not answered: it is no Logs Insights QL, or a part of it that the stand-in does not have. */
public final class MalformedQueryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;

    MalformedQueryException(String message, int start, int end) {
        super(message, null, false, false);
        this.start = start;
        this.end = end;
    }

    /** What is wrong, with line and position. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Where it begins, in characters from the start of the query. */
    public int start() {
        return start;
    }

    /** Where it ends. */
    public int end() {
        return end;
    }
}
