package io.sreobservability.local.wire.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sreobservability.local.query.MetricSeries;
import io.sreobservability.local.store.MetricValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric in an answer. */
record MetricView(String namespace, String name, Map<String, String> dimensions, String unit, List<PointView> data) {

    static MetricView of(MetricSeries series) {
        return new MetricView(
                series.namespace(),
                series.name(),
                series.dimensions(),
                series.unit(),
                series.points().stream().map(PointView::of).toList());
    }

    /**
     * Samples of one moment: values and counts, or a statistic set, as they were sent.
     *
     * @param timestamp seconds since 1970
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PointView(
            long timestamp,
            @Nullable List<Double> values,
            @Nullable List<Double> counts,
            MetricValues.@Nullable StatisticSet statistics) {

        static PointView of(MetricSeries.Point point) {
            long timestamp = point.timestamp().getEpochSecond();
            MetricValues values = point.values();
            if (values instanceof MetricValues.Distribution distribution) {
                return new PointView(timestamp, distribution.values(), distribution.counts(), null);
            }
            return new PointView(timestamp, null, null, (MetricValues.StatisticSet) values);
        }
    }
}
