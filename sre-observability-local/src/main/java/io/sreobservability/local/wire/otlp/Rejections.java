package io.sreobservability.local.wire.otlp;

/** How many items of a request were refused, and why the first one was. */
final class Rejections {
    private long count;
    private String firstReason = "";

    void add(String reason) {
        if (count++ == 0) {
            firstReason = reason;
        }
    }

    long count() {
        return count;
    }

    String firstReason() {
        return firstReason;
    }
}
