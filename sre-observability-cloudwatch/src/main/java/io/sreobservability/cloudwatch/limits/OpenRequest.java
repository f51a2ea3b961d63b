package io.sreobservability.cloudwatch.limits;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A request that items are still added to. Its size is an upper bound of that of the message. */
final class OpenRequest<T> {
    private final RequestLimits limits;
    private final Measure<T> measure;
    private final Envelopes envelopes;
    private final List<T> items = new ArrayList<>();
    private final IdentityHashMap<Envelopes.Sizes, Boolean> contained = new IdentityHashMap<>();
    private long bytes;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    OpenRequest(RequestLimits limits, Measure<T> measure, Envelopes envelopes) {
        this.limits = limits;
        this.measure = measure;
        this.envelopes = envelopes;
    }

    List<T> items() {
        return items;
    }

    /** Adds an item; false if it does not fit in any more. The first one always does. */
    boolean add(T item, int itemBytes) {
        Envelopes.Sizes envelope = envelopes.sizes(measure.resource(item), measure.scope(item));
        long more = ProtobufSize.field(itemBytes) + (contained.containsKey(envelope) ? 0L : envelope.framed());
        long time = measure.epochNanos(item);
        boolean fits = items.size() < limits.items()
                && bytes + more <= limits.requestBytes()
                && isNear(Math.min(earliest, time), Math.max(latest, time));
        if (!fits && !items.isEmpty()) {
            return false;
        }
        items.add(item);
        contained.put(envelope, true);
        bytes += more;
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
        return true;
    }

    private boolean isNear(long first, long last) {
        return limits.times() == null || last - first <= limits.times().spread().toNanos();
    }
}
