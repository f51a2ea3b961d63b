package io.sreobservability.cloudwatch.metrics;

import io.sreobservability.cloudwatch.delivery.ExportFailure;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to the points of one export, by their index. Used by one thread. */
final class SendReport {

    private final BitSet sent = new BitSet();
    private final Map<FailureKind, BitSet> failed = new EnumMap<>(FailureKind.class);
    private final BitSet unclear = new BitSet();
    private @Nullable ExportFailure lastFailure;

    void delivered(List<OutgoingDatum> data, boolean possiblyTwice) {
        data.forEach(datum -> {
            sent.set(datum.point());
            unclear.set(datum.point(), possiblyTwice || unclear.get(datum.point()));
        });
    }

    void failed(List<OutgoingDatum> data, ExportFailure why) {
        BitSet points = failed.computeIfAbsent(why.kind(), kind -> new BitSet());
        data.forEach(datum -> points.set(datum.point()));
        lastFailure = why;
    }

    /** Points of which at least one datum was not acknowledged, each under one reason only. */
    Map<FailureKind, BitSet> failedPoints() {
        Map<FailureKind, BitSet> once = new EnumMap<>(FailureKind.class);
        BitSet seen = new BitSet();
        failed.forEach((kind, points) -> {
            BitSet fresh = (BitSet) points.clone();
            fresh.andNot(seen);
            seen.or(fresh);
            once.put(kind, fresh);
        });
        return once;
    }

    /** Points that CloudWatch may have counted twice. */
    int possiblyDuplicated() {
        return unclear.cardinality();
    }

    boolean anySent() {
        return !sent.isEmpty();
    }

    /** Null when there was none. */
    @Nullable
    ExportFailure lastFailure() {
        return lastFailure;
    }
}
