package io.sreobservability.local.query.metrics.statistic;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values over time.
 *
 * @param source which metric and statistic it is; null for what is made of several
 * @param periodSeconds from one possible value to the next
 * @param points values by the start of their period; periods without data have none, and nothing that is no number is kept
 */
public record TimeSeries(@Nullable Source source, int periodSeconds, SortedMap<Instant, Double> points) {
    public TimeSeries {
        SortedMap<Instant, Double> numbers = new TreeMap<>(points);
        numbers.values().removeIf(value -> !Double.isFinite(value));
        points = Collections.unmodifiableSortedMap(numbers);
    }

    /** Where a series comes from. */
    public record Source(Metric metric, Statistic statistic) {}

    /** The same series with other values. */
    public TimeSeries with(UnaryOperator<SortedMap<Instant, Double>> change) {
        return new TimeSeries(source, periodSeconds, change.apply(points));
    }
}
