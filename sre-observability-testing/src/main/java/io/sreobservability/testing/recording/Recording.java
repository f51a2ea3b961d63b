package io.sreobservability.testing.recording;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collection;
import java.util.List;

/** A real OpenTelemetry SDK that keeps in memory what it is given, and sends nothing anywhere. Thread-safe. */
public final class Recording implements AutoCloseable {
    private final SpanRecorder spans = new SpanRecorder();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk;

    /** A recording that nobody has been told of. */
    public Recording(Sampler sampler) {
        this.sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(spans)
                        .build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build();
    }

    /** What to install, or to hand to a library. */
    public OpenTelemetry openTelemetry() {
        return sdk;
    }

    /** All sampled spans in the order in which they started. */
    public List<RecordedSpan> spans() {
        return spans.spans();
    }

    /** All ended spans in the order in which they started. */
    public List<SpanData> ended() {
        return spans().stream()
                .map(RecordedSpan::data)
                .filter(SpanData::hasEnded)
                .toList();
    }

    /** The spans that have not ended yet. */
    public List<SpanData> open() {
        return spans().stream()
                .map(RecordedSpan::data)
                .filter(span -> !span.hasEnded())
                .toList();
    }

    /** Every metric with all that was recorded so far. */
    public Collection<MetricData> metrics() {
        return metrics.collectAllMetrics();
    }

    @Override
    public void close() {
        sdk.close();
    }
}
