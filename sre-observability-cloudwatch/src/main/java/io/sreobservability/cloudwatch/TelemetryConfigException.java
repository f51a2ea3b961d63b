package io.sreobservability.cloudwatch;

/**
 * A configuration key has an unusable value. The message names the key and says what is expected; it never repeats the
 * value, which may be a secret that slipped into the wrong key. Show the message to the user, without a stack trace.
 */
public final class TelemetryConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    TelemetryConfigException(String key, String expected) {
        super(key + ": " + expected);
        this.key = key;
    }

    /** The environment variable at fault. */
    public String key() {
        return key;
    }
}
