package io.sreobservability.testing;

import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.sreobservability.testing.report.Seen;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/** Assertions about one point of a metric: what was recorded under one combination of dimension values. */
public final class MetricPointAssert {
    /** Milliseconds are sums of nanoseconds as floating-point numbers; this is far below one nanosecond. */
    private static final double ROUNDING = 1e-7;

    private final MetricAssert metric;
    private final Map<String, String> dimensions;

    MetricPointAssert(MetricAssert metric, Map<String, String> dimensions) {
        this.metric = metric;
        this.dimensions = Map.copyOf(dimensions);
    }

    /** Asserts how often something was recorded: the number of durations of a histogram, the value of a counter. */
    public MetricPointAssert count(long expected) {
        metric.telemetry().patience().await(() -> actualCount() >= expected);
        if (actualCount() != expected) {
            throw failure("count", expected, actualCount());
        }
        return this;
    }

    /** Asserts the sum of what was recorded: milliseconds of a histogram, the value of a counter. */
    public MetricPointAssert sum(double expected) {
        metric.telemetry().patience().await(() -> actualSum() >= expected - ROUNDING);
        if (Math.abs(actualSum() - expected) > ROUNDING) {
            throw failure("sum", expected, actualSum());
        }
        return this;
    }

    /** Asserts that the sum is the sum of the durations of all ended spans of this name. */
    public MetricPointAssert sumIsDurationOf(String spanName) {
        return sum(metric.telemetry().named(spanName).stream()
                .mapToDouble(span -> (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6)
                .sum());
    }

    /** Goes on to another point of the same metric. */
    public MetricPointAssert hasPoint(Map<String, String> otherDimensions) {
        return metric.hasPoint(otherDimensions);
    }

    private long actualCount() {
        return point() instanceof HistogramPointData histogram ? histogram.getCount() : (long) actualSum();
    }

    private double actualSum() {
        PointData point = point();
        if (point instanceof HistogramPointData histogram) {
            return histogram.getSum();
        }
        return point instanceof DoublePointData number ? number.getValue() : ((LongPointData) point).getValue();
    }

    private PointData point() {
        return metric.point(dimensions).orElseThrow(); // what was recorded once stays
    }

    private AssertionFailedError failure(String what, Object expected, Object actual) {
        return new AssertionFailedError(
                "Metric `" + metric.name() + "` at " + dimensions + " should have " + what + " " + expected
                        + ", but has " + actual + ".\n" + Seen.metric(metric.data()),
                expected,
                actual);
    }
}
