package io.sreobservability.local.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One accepted entry of a PutMetricData request.
 *
 * <p>CloudWatch identifies a metric by its namespace, its name and <em>all</em> its dimensions: two dimension sets are
 * two metrics.
 *
 * @param unit one of CloudWatch's unit names; {@code None} if the sender named none
 */
public record MetricDatum(
        String namespace,
        String name,
        SortedMap<String, String> dimensions,
        String unit,
        Instant timestamp,
        MetricValues values)
        implements Sized {

    public MetricDatum {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    @Override
    public int sizeBytes() {
        int size = namespace.length() + name.length();
        for (var dimension : dimensions.entrySet()) {
            size += dimension.getKey().length() + dimension.getValue().length();
        }
        if (values instanceof MetricValues.Distribution distribution) {
            size += 2 * Double.BYTES * distribution.values().size();
        }
        return size;
    }
}
