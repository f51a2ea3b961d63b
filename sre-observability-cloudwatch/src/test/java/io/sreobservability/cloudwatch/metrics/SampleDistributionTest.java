package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The corners that the SDK's own histograms seldom show. */
class SampleDistributionTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    private static ExponentialHistogramPointData exponential(
            ExponentialHistogramBuckets positive, ExponentialHistogramBuckets negative, long zeros) {
        return ExponentialHistogramPointData.create(
                0, 0, zeros, false, 0, false, 0, positive, negative, 0, 0, Attributes.empty(), List.of());
    }

    private static HistogramPointData explicit(double sum, List<Double> boundaries, List<Long> counts) {
        return HistogramPointData.create(0, 0, Attributes.empty(), sum, false, 0, false, 0, boundaries, counts);
    }

    private static double sum(List<Sample> samples) {
        return samples.stream()
                .mapToDouble(sample -> sample.value() * sample.count())
                .sum();
    }

    @Test
    void negativeZeroAndPositiveBucketsComeInAscendingOrder() {
        assertThat(ExponentialBuckets.of(exponential(
                        ExponentialHistogramBuckets.create(0, 1, List.of(5L, 0L, 6L)),
                        ExponentialHistogramBuckets.create(0, 0, List.of(2L, 3L)),
                        4)))
                .containsExactly(
                        new Bucket(-4, -2, 3),
                        new Bucket(-2, -1, 2),
                        new Bucket(0, 0, 4),
                        new Bucket(2, 4, 5),
                        new Bucket(8, 16, 6));
    }

    @Test
    void theOutermostBucketStaysFinite() {
        assertThat(ExponentialBuckets.of(ExponentialHistogramPointData.create(
                        -10,
                        0,
                        0,
                        false,
                        0,
                        false,
                        0,
                        ExponentialHistogramBuckets.create(-10, -1, List.of(1L, 1L)),
                        ExponentialHistogramBuckets.create(-10, 0, List.of()),
                        0,
                        0,
                        Attributes.empty(),
                        List.of())))
                .containsExactly(new Bucket(0x1p-1024, 1, 1), new Bucket(1, Double.MAX_VALUE, 1));
    }

    @Test
    void oneMeasurementIsOneSample() {
        assertThat(SampleDistribution.place(
                        List.of(new Bucket(4, 8, 1)), 5, OptionalDouble.of(5), OptionalDouble.of(5)))
                .containsExactly(new Sample(5, 1));
    }

    @Test
    void twoMeasurementsAreTheMinimumAndTheMaximum() {
        assertThat(SampleDistribution.place(
                        List.of(new Bucket(4, 8, 2)), 12, OptionalDouble.of(5), OptionalDouble.of(7)))
                .containsExactly(new Sample(5, 1), new Sample(7, 1));
    }

    @Test
    void equalMeasurementsAreOneValueWithTheirCount() {
        assertThat(SampleDistribution.place(
                        List.of(new Bucket(4, 8, 1000)), 5000, OptionalDouble.of(5), OptionalDouble.of(5)))
                .containsExactly(new Sample(5, 1000));
    }

    @Test
    void anEmptyHistogramHasNoSamples() {
        assertThat(SampleDistribution.place(List.of(), 0, UNKNOWN, UNKNOWN)).isEmpty();
    }

    @Test
    void aSumThatTheBucketsContradictMovesNothingOutOfItsBucket() {
        assertThat(SampleDistribution.place(List.of(new Bucket(1, 2, 3)), 1000, UNKNOWN, UNKNOWN))
                .containsExactly(new Sample(2, 3));
        assertThat(SampleDistribution.place(List.of(new Bucket(1, 2, 3)), Double.NaN, UNKNOWN, UNKNOWN))
                .containsExactly(new Sample(1.5, 3));
    }

    @Test
    void openBucketsWithoutMinimumAndMaximumStillGiveTheSum() {
        HistogramPointData point = explicit(1000, List.of(10.0, 100.0), List.of(2L, 1L, 3L));
        List<Sample> samples = SampleDistribution.place(ExplicitBuckets.of(point), 1000, UNKNOWN, UNKNOWN);
        assertThat(sum(samples)).isCloseTo(1000, within(1e-9));
        assertThat(samples.get(0).value()).isBetween(0.0, 10.0);
        assertThat(samples.get(2).value()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aHistogramWithoutBoundariesGivesItsMean() {
        HistogramPointData point = explicit(30, List.of(), List.of(4L));
        assertThat(SampleDistribution.place(ExplicitBuckets.of(point), 30, UNKNOWN, UNKNOWN))
                .containsExactly(new Sample(7.5, 4));
    }
}
