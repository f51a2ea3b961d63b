package io.sreobservability.benchmarks.calls;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.testing.recording.Recording;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one form exported, without what differs from run to run: ids and times. */
record Recorded(List<Span> spans, List<Point> points) {
    /** A span; its parent by name. */
    record Span(
            String scope,
            String name,
            String kind,
            String parent,
            String status,
            Map<String, Object> attributes,
            List<Map<String, Object>> events) {}

    /** A data point: how many values, with which dimensions, and how many of them point to a span. */
    record Point(String scope, String metric, String type, String unit, String dimensions, long count, int exemplars) {}

    /** Runs the calls of a form against an SDK that keeps everything, and tells what that was. */
    static Recorded of(Sampler sampler, Function<OpenTelemetry, Calls> form, Consumer<Calls> use) {
        try (Recording recording = new Recording(sampler)) {
            use.accept(form.apply(recording.openTelemetry()));
            return of(recording.ended(), recording.metrics());
        }
    }

    private static Recorded of(List<SpanData> spans, Collection<MetricData> metrics) {
        Map<String, String> names = spans.stream().collect(Collectors.toMap(SpanData::getSpanId, SpanData::getName));
        return new Recorded(
                spans.stream().map(span -> span(span, names)).toList(),
                metrics.stream()
                        .flatMap(metric -> metric.getData().getPoints().stream().map(point -> point(metric, point)))
                        .sorted(Comparator.comparing(Point::toString))
                        .toList());
    }

    private static Span span(SpanData span, Map<String, String> names) {
        return new Span(
                span.getInstrumentationScopeInfo().getName(),
                span.getName(),
                span.getKind().name(),
                names.getOrDefault(span.getParentSpanId(), "none"),
                span.getStatus().toString(),
                plain(span.getAttributes()),
                span.getEvents().stream()
                        .map(event -> plain(event.getAttributes().toBuilder()
                                .put("event", event.getName())
                                .build()))
                        .toList());
    }

    /** By key; the value of a time is the form it has. */
    private static Map<String, Object> plain(Attributes attributes) {
        Map<String, Object> plain = new TreeMap<>();
        attributes.forEach((key, value) -> plain.put(
                key.getKey(), key.equals(Keys.TIMESTAMP) ? value.toString().replaceAll("[0-9]", "0") : value));
        return plain;
    }

    private static Point point(MetricData metric, PointData point) {
        long count = switch (metric.getType()) {
            case HISTOGRAM -> ((HistogramPointData) point).getCount();
            default -> ((LongPointData) point).getValue();
        };
        return new Point(
                metric.getInstrumentationScopeInfo().getName(),
                metric.getName(),
                metric.getType().name(),
                metric.getUnit(),
                plain(point.getAttributes()).toString(),
                count,
                point.getExemplars().size());
    }
}
