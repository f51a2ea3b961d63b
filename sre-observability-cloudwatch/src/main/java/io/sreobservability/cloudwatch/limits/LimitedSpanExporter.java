package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.InstantSource;
import java.util.Collection;

/** An exporter whose requests are within limits, however large its batches are. */
public final class LimitedSpanExporter implements SpanExporter {
    private final SpanExporter delegate;
    private final RequestLimits limits;
    private final InstantSource clock;

    public LimitedSpanExporter(SpanExporter delegate, RequestLimits limits, InstantSource clock) {
        this.delegate = delegate;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return LimitedExport.run(RequestPlan.of(spans, limits, Measure.SPANS, clock.instant()), delegate::export);
    }

    @Override
    public CompletableResultCode flush() {
        return delegate.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return delegate.shutdown();
    }

    @Override
    public String toString() {
        return "Limited{" + delegate + "}";
    }
}
