package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** A span exporter whose outcomes are booked. */
public final class ObservedSpanExporter implements SpanExporter {

    private final SpanExporter delegate;
    private final ExportObserver observer;

    public ObservedSpanExporter(SpanExporter delegate, ExporterLedger ledger, EndpointHealth health) {
        this.delegate = delegate;
        this.observer = new ExportObserver(ledger, health);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return observer.observe(spans.size(), () -> delegate.export(spans));
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
        return "Observed{" + delegate + "}";
    }
}
