package io.sreobservability.cloudwatch.limits;

import io.sreobservability.cloudwatch.delivery.FailureKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a batch leaves.
 *
 * @param requests each within the limits; every item is in one of them or refused
 * @param refused how many items no request may hold, and why
 */
record RequestPlan<T>(List<List<T>> requests, Map<FailureKind, Long> refused) {

    static <T> RequestPlan<T> of(Collection<T> items, RequestLimits limits, Measure<T> measure, Instant now) {
        Map<FailureKind, Long> refused = new EnumMap<>(FailureKind.class);
        List<List<T>> requests = new ArrayList<>();
        Envelopes envelopes = new Envelopes();
        OpenRequest<T> open = new OpenRequest<>(limits, measure, envelopes);
        for (T item : inOrder(items, limits, measure)) {
            int bytes = measure.bytes(item);
            Envelopes.Sizes envelope = envelopes.sizes(measure.resource(item), measure.scope(item));
            FailureKind refusal = isOversize(bytes, envelope, limits)
                    ? FailureKind.OVERSIZE
                    : isOutOfTime(measure.epochNanos(item), limits.times(), now) ? FailureKind.OUT_OF_TIME : null;
            if (refusal != null) {
                refused.merge(refusal, 1L, Long::sum);
            } else if (!open.add(item, bytes)) {
                requests.add(open.items());
                open = new OpenRequest<>(limits, measure, envelopes);
                open.add(item, bytes);
            }
        }
        if (!open.items().isEmpty()) {
            requests.add(open.items());
        }
        return new RequestPlan<>(requests, refused);
    }

    /** By time where times matter: old and new ones in turn would otherwise leave one by one. */
    private static <T> Collection<T> inOrder(Collection<T> items, RequestLimits limits, Measure<T> measure) {
        if (limits.times() == null) {
            return items;
        }
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingLong(measure::epochNanos));
        return sorted;
    }

    private static boolean isOversize(int bytes, Envelopes.Sizes envelope, RequestLimits limits) {
        return bytes > limits.itemBytes()
                || envelope.bytes() > limits.envelopeBytes()
                || ProtobufSize.field(bytes) + envelope.framed() > limits.requestBytes();
    }

    private static boolean isOutOfTime(long epochNanos, RequestLimits.@Nullable Times times, Instant now) {
        if (times == null) {
            return false;
        }
        Instant when = Instant.ofEpochSecond(0, epochNanos);
        return when.isBefore(now.minus(times.past())) || when.isAfter(now.plus(times.ahead()));
    }
}
