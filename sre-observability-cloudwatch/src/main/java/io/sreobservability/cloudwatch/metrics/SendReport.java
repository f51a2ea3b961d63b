package io.sreobservability.cloudwatch.metrics;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the points of one export, by their index. Used by one thread. */
final class SendReport {

    private final BitSet sent = new BitSet();
    private final BitSet failed = new BitSet();
    private final BitSet unclear = new BitSet();
    private @Nullable String reason;

    void delivered(List<OutgoingDatum> data, boolean possiblyTwice) {
        data.forEach(datum -> {
            sent.set(datum.point());
            unclear.set(datum.point(), possiblyTwice || unclear.get(datum.point()));
        });
    }

    void failed(List<OutgoingDatum> data, String why) {
        data.forEach(datum -> failed.set(datum.point()));
        reason = why;
    }

    /** Points of which at least one datum was not acknowledged. */
    BitSet failedPoints() {
        return failed;
    }

    /** Points that CloudWatch may have counted twice. */
    int possiblyDuplicated() {
        return unclear.cardinality();
    }

    boolean anySent() {
        return !sent.isEmpty();
    }

    /** The last failure in a few words; null when there was none. */
    @Nullable
    String reason() {
        return reason;
    }
}
