package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.cloudwatch.buffer.codec.ItemCodec;
import io.sreobservability.cloudwatch.buffer.codec.SpanCodec;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Spans. What an investigation cannot do without are errors and the roots of this process's part of a trace; what it misses
 * least are successful spans without children.
 */
final class SpanRules implements ItemRules<SpanData> {

    private static final int PARENTS = 1 << 14;

    private final ItemCodec<SpanData> codec = new SpanCodec();

    /** Ids of the latest parents, by their hash. Children end before their parents: who is in here when it ends has some. */
    private final AtomicIntegerArray parents = new AtomicIntegerArray(PARENTS);

    @Override
    public ItemCodec<SpanData> codec() {
        return codec;
    }

    @Override
    public void ended(SpanData span) {
        int parent = span.getParentSpanId().hashCode();
        parents.lazySet(parent & (PARENTS - 1), parent);
    }

    @Override
    public int bytes(SpanData span) {
        return Sizes.of(span);
    }

    @Override
    public boolean isPrecious(SpanData span) {
        return span.getStatus().getStatusCode() == StatusCode.ERROR
                || !span.getParentSpanContext().isValid()
                || span.getParentSpanContext().isRemote();
    }

    @Override
    public boolean isLeaf(SpanData span) {
        int id = span.getSpanId().hashCode();
        return parents.get(id & (PARENTS - 1)) != id;
    }
}
