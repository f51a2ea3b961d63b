package io.sreobservability.cloudwatch.delivery;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/** Another metric exporter than ours (chosen by {@code OTEL_METRICS_EXPORTER}) whose outcomes are booked. */
public final class ObservedMetricExporter implements MetricExporter {

    private final MetricExporter delegate;
    private final ExporterLedger ledger;
    private final ExportObserver observer;

    public ObservedMetricExporter(MetricExporter delegate, ExporterLedger ledger, EndpointHealth health) {
        this.delegate = delegate;
        this.ledger = ledger;
        this.observer = new ExportObserver(ledger, health);
    }

    @Override
    public CompletableResultCode export(Collection<MetricData> metrics) {
        int points = metrics.stream()
                .mapToInt(metric -> metric.getData().getPoints().size())
                .sum();
        ledger.recorded(points);
        return observer.observe(points, () -> delegate.export(metrics));
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
        return delegate.getAggregationTemporality(instrumentType);
    }

    @Override
    public Aggregation getDefaultAggregation(InstrumentType instrumentType) {
        return delegate.getDefaultAggregation(instrumentType);
    }

    @Override
    public MemoryMode getMemoryMode() {
        return delegate.getMemoryMode();
    }

    /** Completes when the delegate is done, never as a failure: the reader would take that for a refusal to collect. */
    @Override
    public CompletableResultCode flush() {
        CompletableResultCode ended = new CompletableResultCode();
        delegate.flush().whenComplete(ended::succeed);
        return ended;
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
