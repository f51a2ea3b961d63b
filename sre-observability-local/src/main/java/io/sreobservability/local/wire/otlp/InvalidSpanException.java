package io.sreobservability.local.wire.otlp;

import java.io.Serial;

/** A span that breaks a rule of OpenTelemetry; the message says which. */
final class InvalidSpanException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    InvalidSpanException(String message) {
        super(message, null, false, false);
    }
}
