package io.sreobservability.local.query;

import io.sreobservability.local.store.MetricValues;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * One metric as CloudWatch tells them apart (namespace, name, all dimensions) in one unit.
 *
 * @param points by time
 */
public record MetricSeries(
        String namespace, String name, SortedMap<String, String> dimensions, String unit, List<Point> points) {

    /** The samples of one moment, as they were sent. */
    public record Point(Instant timestamp, MetricValues values) {}
}
