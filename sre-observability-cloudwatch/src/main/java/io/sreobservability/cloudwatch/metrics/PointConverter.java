package io.sreobservability.cloudwatch.metrics;

import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** One OpenTelemetry point becomes CloudWatch data: name, unit, time, dimensions, and the values with their counts. */
final class PointConverter {

    /** Different values that one datum takes. Source: PutMetricData, AWS. */
    static final int MAX_VALUES = 150;

    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration FARTHEST_AHEAD = Duration.ofHours(2);

    private final InstantSource clock;

    PointConverter(InstantSource clock) {
        this.clock = clock;
    }

    ConvertedPoint convert(MetricData metric, PointData point) {
        if (isCumulative(metric)) {
            return ConvertedPoint.refused(Refusal.CUMULATIVE);
        }
        Instant time = Instant.ofEpochSecond(0, point.getEpochNanos());
        Instant now = clock.instant();
        if (time.isBefore(now.minus(OLDEST)) || time.isAfter(now.plus(FARTHEST_AHEAD))) {
            return ConvertedPoint.refused(Refusal.TIMESTAMP);
        }
        MetricDatum frame = MetricDatum.builder()
                .metricName(DimensionSanitizer.name(metric.getName()))
                .dimensions(DimensionSanitizer.dimensions(point.getAttributes()))
                .unit(Units.of(metric.getUnit()))
                .timestamp(time)
                .build();
        if (point instanceof LongPointData number) {
            return single(frame, (double) number.getValue());
        }
        if (point instanceof DoublePointData number) {
            return single(frame, number.getValue());
        }
        if (point instanceof ExponentialHistogramPointData histogram) {
            return distribution(frame, samples(histogram));
        }
        if (point instanceof HistogramPointData histogram) {
            return distribution(frame, samples(histogram));
        }
        return ConvertedPoint.refused(Refusal.SUMMARY);
    }

    /** CloudWatch adds up what it gets, so only the change since the last export may be sent; a level is just a value. */
    private static boolean isCumulative(MetricData metric) {
        return switch (metric.getType()) {
            case LONG_SUM ->
                metric.getLongSumData().isMonotonic()
                        && metric.getLongSumData().getAggregationTemporality() == AggregationTemporality.CUMULATIVE;
            case DOUBLE_SUM ->
                metric.getDoubleSumData().isMonotonic()
                        && metric.getDoubleSumData().getAggregationTemporality() == AggregationTemporality.CUMULATIVE;
            case HISTOGRAM ->
                metric.getHistogramData().getAggregationTemporality() == AggregationTemporality.CUMULATIVE;
            case EXPONENTIAL_HISTOGRAM ->
                metric.getExponentialHistogramData().getAggregationTemporality() == AggregationTemporality.CUMULATIVE;
            case LONG_GAUGE, DOUBLE_GAUGE, SUMMARY -> false;
        };
    }

    private static List<Sample> samples(ExponentialHistogramPointData point) {
        return SampleDistribution.place(
                ExponentialBuckets.of(point),
                point.getSum(),
                point.hasMin() ? OptionalDouble.of(point.getMin()) : OptionalDouble.empty(),
                point.hasMax() ? OptionalDouble.of(point.getMax()) : OptionalDouble.empty());
    }

    private static List<Sample> samples(HistogramPointData point) {
        return SampleDistribution.place(
                ExplicitBuckets.of(point),
                point.getSum(),
                point.hasMin() ? OptionalDouble.of(point.getMin()) : OptionalDouble.empty(),
                point.hasMax() ? OptionalDouble.of(point.getMax()) : OptionalDouble.empty());
    }

    private static ConvertedPoint single(MetricDatum frame, double value) {
        if (!new Sample(value, 1).isInRange()) {
            return ConvertedPoint.refused(Refusal.VALUE);
        }
        return new ConvertedPoint(List.of(frame.toBuilder().value(value).build()), null);
    }

    /** CloudWatch merges data of the same series, so a long list of values may leave in pieces. */
    private static ConvertedPoint distribution(MetricDatum frame, List<Sample> samples) {
        List<Sample> good = samples.stream().filter(Sample::isInRange).toList();
        List<MetricDatum> data = new ArrayList<>();
        for (int from = 0; from < good.size(); from += MAX_VALUES) {
            List<Sample> piece = good.subList(from, Math.min(good.size(), from + MAX_VALUES));
            data.add(frame.toBuilder()
                    .values(piece.stream().map(Sample::value).toList())
                    .counts(piece.stream()
                            .map(sample -> (double) sample.count())
                            .toList())
                    .build());
        }
        return new ConvertedPoint(data, good.size() < samples.size() ? Refusal.VALUE : null);
    }
}
