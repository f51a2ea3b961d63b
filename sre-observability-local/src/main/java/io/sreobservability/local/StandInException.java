package io.sreobservability.local;

import java.io.Serial;

/** The stand-in cannot start; the message tells the user why and what to do. */
public final class StandInException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    StandInException(String message) {
        super(message, null, false, false);
    }

    /** One sentence or two for the user. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
