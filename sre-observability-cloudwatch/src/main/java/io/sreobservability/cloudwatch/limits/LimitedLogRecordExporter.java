package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.time.InstantSource;
import java.util.Collection;

/** An exporter whose requests are within limits, however large its batches are. */
public final class LimitedLogRecordExporter implements LogRecordExporter {
    private final LogRecordExporter delegate;
    private final RequestLimits limits;
    private final InstantSource clock;

    public LimitedLogRecordExporter(LogRecordExporter delegate, RequestLimits limits, InstantSource clock) {
        this.delegate = delegate;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public CompletableResultCode export(Collection<LogRecordData> records) {
        return LimitedExport.run(
                RequestPlan.of(records, limits, Measure.LOG_RECORDS, clock.instant()), delegate::export);
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
