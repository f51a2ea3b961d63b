package io.sreobservability.cloudwatch.delivery;

/** The three kinds of telemetry, each with its own path to CloudWatch. */
public enum Signal {
    SPANS("spans"),
    LOGS("log records"),
    METRICS("metric points");

    private final String items;

    Signal(String items) {
        this.items = items;
    }

    /** What its items are called in messages. */
    public String items() {
        return items;
    }
}
