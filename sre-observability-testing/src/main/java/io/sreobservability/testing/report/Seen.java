package io.sreobservability.testing.report;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was recorded, as failure messages list it. */
public final class Seen {
    private Seen() {}

    /** All spans as trees, under a heading. */
    public static String spans(List<SpanData> spans) {
        return "Recorded spans:\n" + SpanForest.of(spans).described().indent(2).stripTrailing();
    }

    /** The attributes of one span by key, under a heading. */
    public static String attributes(SpanData span) {
        Map<String, Object> sorted = byKey(span.getAttributes());
        return "Its attributes:"
                + (sorted.isEmpty()
                        ? " none"
                        : sorted.entrySet().stream()
                                .map(entry -> "\n  " + entry.getKey() + " = " + value(entry.getValue()))
                                .collect(Collectors.joining()));
    }

    /** The names of all metrics with their points, under a heading. */
    public static String metrics(Collection<MetricData> metrics) {
        return "Recorded metrics:"
                + (metrics.isEmpty()
                        ? " none"
                        : metrics.stream()
                                .map(metric -> "\n" + metric(metric).indent(2).stripTrailing())
                                .sorted()
                                .collect(Collectors.joining()));
    }

    /** One metric with its points. */
    public static String metric(MetricData metric) {
        return metric.getName() + " (" + metric.getUnit() + ")"
                + metric.getData().getPoints().stream()
                        .map(point -> "\n  " + point(point))
                        .sorted()
                        .collect(Collectors.joining());
    }

    /** A value in the form in which a test would write it. */
    public static String value(Object value) {
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }

    /** Attributes as a plain map, sorted by key. */
    public static Map<String, Object> byKey(Attributes attributes) {
        Map<String, Object> sorted = new TreeMap<>();
        attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
        return sorted;
    }

    private static String point(PointData point) {
        String value;
        if (point instanceof HistogramPointData histogram) {
            value = histogram.getCount() + " times, sum " + histogram.getSum();
        } else if (point instanceof LongPointData number) {
            value = String.valueOf(number.getValue());
        } else if (point instanceof DoublePointData number) {
            value = String.valueOf(number.getValue());
        } else {
            value = point.toString();
        }
        return byKey(point.getAttributes()) + ": " + value;
    }
}
