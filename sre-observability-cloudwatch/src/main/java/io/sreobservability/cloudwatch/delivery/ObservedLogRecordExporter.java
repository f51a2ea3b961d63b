package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;

/** A log exporter whose outcomes are booked. */
public final class ObservedLogRecordExporter implements LogRecordExporter {

    private final LogRecordExporter delegate;
    private final ExportObserver observer;

    public ObservedLogRecordExporter(LogRecordExporter delegate, ExporterLedger ledger, EndpointHealth health) {
        this.delegate = delegate;
        this.observer = new ExportObserver(ledger, health);
    }

    @Override
    public CompletableResultCode export(Collection<LogRecordData> logs) {
        return observer.observe(logs.size(), () -> delegate.export(logs));
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
