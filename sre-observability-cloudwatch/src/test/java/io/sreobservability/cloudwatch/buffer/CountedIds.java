package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.concurrent.atomic.AtomicLong;

/** The same ids in each run: which spans are taken for leaves depends on them, since few parents are remembered. */
final class CountedIds implements IdGenerator {
    /** Spreads them as random ids are spread. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public String generateSpanId() {
        return SpanId.fromLong(STEP * last.incrementAndGet());
    }

    @Override
    public String generateTraceId() {
        return TraceId.fromLongs(1, last.incrementAndGet());
    }
}
