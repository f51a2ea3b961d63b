package io.sreobservability.local.wire.otlp;

/** How many items of a request were refused, and why the first one was. Some are refused because that was asked for. */
final class Rejections {
    private final int every;
    private long seen;
    private long count;
    private String firstReason = "";

    /** With {@code every} above 0, each so many-th item is refused without a reason of its own. */
    Rejections(int every) {
        this.every = every;
    }

    /** To be asked once for each item, before it is looked at. */
    boolean refuseNext() {
        seen++;
        boolean refused = every > 0 && seen % every == 0;
        if (refused) {
            add("this rejection was asked for");
        }
        return refused;
    }

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
