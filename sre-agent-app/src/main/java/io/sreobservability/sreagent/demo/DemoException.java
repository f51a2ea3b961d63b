package io.sreobservability.sreagent.demo;

/** The demo cannot go on; the message says why in one line meant for the user. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
