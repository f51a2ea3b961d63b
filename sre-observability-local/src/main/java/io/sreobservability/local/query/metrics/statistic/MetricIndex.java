package io.sreobservability.local.query.metrics.statistic;

import io.sreobservability.local.store.MetricDatum;
import io.sreobservability.local.store.MetricStore;
import io.sreobservability.local.store.MetricValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is held of each metric at one moment. */
public final class MetricIndex {
    private static final Comparator<Metric> ORDER = Comparator.comparing(Metric::namespace)
            .thenComparing(Metric::name)
            .thenComparingInt(metric -> metric.dimensions().size())
            .thenComparing(metric -> metric.dimensions().toString());

    private final Map<Metric, List<MetricDatum>> data = new LinkedHashMap<>();

    private MetricIndex() {}

    public static MetricIndex of(MetricStore store) {
        MetricIndex index = new MetricIndex();
        for (MetricDatum datum : store.data()) {
            index.data
                    .computeIfAbsent(Metric.of(datum), any -> new ArrayList<>())
                    .add(datum);
        }
        return index;
    }

    /** All metrics by namespace, name and dimensions. */
    public List<Metric> metrics() {
        return data.keySet().stream().sorted(ORDER).toList();
    }

    /** Whether a metric has data from {@code time} on. */
    public boolean hasDataSince(Metric metric, Instant time) {
        return data.getOrDefault(metric, List.of()).stream()
                .anyMatch(datum -> !datum.timestamp().isBefore(time));
    }

    /** The samples of a metric in each period that has any. */
    public SortedMap<Instant, Samples> samples(Metric metric, int periodSeconds, @Nullable String unit, Window window) {
        SortedMap<Instant, List<MetricValues>> parts = new TreeMap<>();
        for (MetricDatum datum : data.getOrDefault(metric, List.of())) {
            if (window.contains(datum.timestamp(), periodSeconds) && (unit == null || unit.equals(datum.unit()))) {
                parts.computeIfAbsent(Window.floor(datum.timestamp(), periodSeconds), any -> new ArrayList<>())
                        .add(datum.values());
            }
        }
        SortedMap<Instant, Samples> samples = new TreeMap<>();
        parts.forEach((start, values) -> samples.put(start, Samples.of(values)));
        return samples;
    }

    /** A statistic of a metric, over time. */
    public TimeSeries series(
            Metric metric, Statistic statistic, int periodSeconds, @Nullable String unit, Window window) {
        SortedMap<Instant, Double> points = new TreeMap<>();
        samples(metric, periodSeconds, unit, window)
                .forEach((start, samples) -> statistic.of(samples).ifPresent(value -> points.put(start, value)));
        return new TimeSeries(new TimeSeries.Source(metric, statistic), periodSeconds, points);
    }

    /** The unit that a metric's newest datum has; {@code None} if it has no data. */
    public String unit(Metric metric) {
        List<MetricDatum> known = data.getOrDefault(metric, List.of());
        return known.isEmpty() ? "None" : known.get(known.size() - 1).unit();
    }
}
