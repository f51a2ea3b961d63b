package io.sreobservability.local.query.metrics.statistic;

import io.sreobservability.local.store.MetricDatum;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What CloudWatch tells metrics apart by: namespace, name and all dimensions. */
public record Metric(String namespace, String name, SortedMap<String, String> dimensions) {
    public Metric {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    static Metric of(MetricDatum datum) {
        return new Metric(datum.namespace(), datum.name(), datum.dimensions());
    }
}
