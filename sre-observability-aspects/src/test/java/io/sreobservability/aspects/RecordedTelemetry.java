package io.sreobservability.aspects;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A real SDK that keeps in memory what it is given; installed by the test that wants it. */
public final class RecordedTelemetry implements AutoCloseable {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk;

    private RecordedTelemetry(Sampler sampler) {
        this.sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build();
    }

    /** A telemetry that nobody has been told of. */
    public static RecordedTelemetry create() {
        return new RecordedTelemetry(Sampler.alwaysOn());
    }

    public static RecordedTelemetry install() {
        return install(Sampler.alwaysOn());
    }

    public static RecordedTelemetry install(Sampler sampler) {
        RecordedTelemetry telemetry = new RecordedTelemetry(sampler);
        SreObservability.install(telemetry.sdk);
        SreObservability.setEnabled(true);
        SreObservability.setCaptureContent(false);
        return telemetry;
    }

    public OpenTelemetry openTelemetry() {
        return sdk;
    }

    /** All ended spans, in the order in which they ended. */
    public List<SpanData> spans() {
        return spans.getFinishedSpanItems();
    }

    /** Forgets the spans that have ended. */
    public void reset() {
        spans.reset();
    }

    /** The only ended span of this name. */
    public SpanData span(String name) {
        List<SpanData> found =
                spans().stream().filter(span -> span.getName().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one span " + name + " among "
                    + spans().stream().map(SpanData::getName).toList());
        }
        return found.get(0);
    }

    /** The only ended span. */
    public SpanData onlySpan() {
        if (spans().size() != 1) {
            throw new AssertionError("expected one span, got " + spans());
        }
        return spans().get(0);
    }

    /** Every metric by name, as collected now. */
    public Map<String, MetricData> metrics() {
        return metrics.collectAllMetrics().stream().collect(Collectors.toMap(MetricData::getName, metric -> metric));
    }

    /** The dimension sets of a metric, each as a plain map. */
    public List<Map<String, Object>> dimensionSets(String metric) {
        return points(metric).stream()
                .map(point -> point.getAttributes().asMap().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue)))
                .toList();
    }

    private Collection<? extends PointData> points(String metric) {
        MetricData data = metrics().get(metric);
        return data == null ? List.of() : data.getData().getPoints();
    }

    @Override
    public void close() {
        SreObservability.install(OpenTelemetry.noop());
        SreObservability.setCaptureContent(false);
        SreObservability.setEnabled(true);
        sdk.close();
    }
}
