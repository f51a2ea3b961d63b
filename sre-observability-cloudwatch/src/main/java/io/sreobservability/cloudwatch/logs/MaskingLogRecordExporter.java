package io.sreobservability.cloudwatch.logs;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.sreobservability.aspects.SreObservability;
import java.util.Collection;
import java.util.List;

/**
 * Takes secrets and addresses out of log records on their way to the exporter, and while content capture is off, attributes that
 * hold content.
 */
public final class MaskingLogRecordExporter implements LogRecordExporter {

    private final LogRecordExporter delegate;

    public MaskingLogRecordExporter(LogRecordExporter delegate) {
        this.delegate = delegate;
    }

    @Override
    public CompletableResultCode export(Collection<LogRecordData> logs) {
        boolean captureContent = SreObservability.captureContent();
        List<LogRecordData> masked = logs.stream()
                .map(log -> MaskedLogRecord.of(log, captureContent))
                .toList();
        return delegate.export(masked);
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
        return "Masking{" + delegate + "}";
    }
}
