package io.sreobservability.local.query;

import io.sreobservability.local.store.MetricDatum;
import io.sreobservability.local.store.MetricStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Finds metrics. */
public final class MetricQuery {
    private static final Comparator<MetricSeries> ORDER = Comparator.comparing(MetricSeries::namespace)
            .thenComparing(MetricSeries::name)
            .thenComparingInt(series -> series.dimensions().size())
            .thenComparing(series -> series.dimensions().toString())
            .thenComparing(MetricSeries::unit);

    private final MetricStore store;

    public MetricQuery(MetricStore store) {
        this.store = store;
    }

    /**
     * All series by namespace, name, dimensions and unit.
     *
     * @param namespace only of this namespace; null for all
     * @param name only metrics of this name; null for all
     */
    public List<MetricSeries> series(@Nullable String namespace, @Nullable String name) {
        Map<Key, List<MetricSeries.Point>> points = new LinkedHashMap<>();
        for (MetricDatum datum : store.data()) {
            if ((namespace == null || namespace.equals(datum.namespace()))
                    && (name == null || name.equals(datum.name()))) {
                points.computeIfAbsent(Key.of(datum), key -> new ArrayList<>())
                        .add(new MetricSeries.Point(datum.timestamp(), datum.values()));
            }
        }
        List<MetricSeries> series = new ArrayList<>(points.size());
        points.forEach((key, found) -> {
            found.sort(Comparator.comparing(MetricSeries.Point::timestamp));
            series.add(new MetricSeries(key.namespace, key.name, key.dimensions, key.unit, List.copyOf(found)));
        });
        series.sort(ORDER);
        return List.copyOf(series);
    }

    private record Key(String namespace, String name, SortedMap<String, String> dimensions, String unit) {
        static Key of(MetricDatum datum) {
            return new Key(datum.namespace(), datum.name(), datum.dimensions(), datum.unit());
        }
    }
}
