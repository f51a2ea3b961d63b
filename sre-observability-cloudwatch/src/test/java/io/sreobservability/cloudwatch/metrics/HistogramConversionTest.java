package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** What the SDK really aggregates from random measurements, against what would be sent for it. */
class HistogramConversionTest {

    private static final double ROUNDING = 1e-9;

    private final PointConverter converter = new PointConverter(InstantSource.system());

    /** Durations from a microsecond to a day, with zeros and repeats, and now and then one value only. */
    @Provide
    Arbitrary<List<Double>> durations() {
        Arbitrary<Double> any = Arbitraries.oneOf(
                Arbitraries.doubles().between(0.001, 100).ofScale(3),
                Arbitraries.doubles().between(1, 86_400_000),
                Arbitraries.of(0.0, 1.0, 2.0, 1024.0));
        return any.list().ofMinSize(1).ofMaxSize(400);
    }

    @Provide
    Arbitrary<List<Double>> wideRange() {
        return Arbitraries.integers()
                .between(-1000, 1000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(600)
                .map(exponents -> {
                    List<Double> values = new ArrayList<>();
                    exponents.forEach(exponent -> values.add(Math.pow(2, exponent * 0.35)));
                    return values;
                });
    }

    @Property(tries = 300)
    void anExponentialHistogramKeepsItsCountSumMinAndMax(@ForAll("durations") List<Double> values) {
        MetricData metric = recorded(values, Aggregation.base2ExponentialBucketHistogram());
        assertSameStatistics(values, converted(metric));
    }

    @Property(tries = 300)
    void anExplicitHistogramKeepsItsCountSumMinAndMax(@ForAll("durations") List<Double> values) {
        MetricData metric = recorded(values, Aggregation.explicitBucketHistogram());
        assertSameStatistics(values, converted(metric));
    }

    @Property(tries = 200)
    void everyMeasurementStaysInItsBucket(@ForAll("durations") List<Double> values) {
        MetricData metric = recorded(values, Aggregation.base2ExponentialBucketHistogram());
        ExponentialHistogramPointData point =
                metric.getExponentialHistogramData().getPoints().iterator().next();
        double growth = Math.pow(2, Math.scalb(1.0, -point.getScale()));
        List<Double> sent = expanded(converted(metric));
        List<Double> measured = new ArrayList<>(values);
        Collections.sort(measured);
        // Both lists are sorted and bucket by bucket equally long: so the k-th sent value is in the bucket of the k-th
        // measured one, and no percentile is off by more than the bucket's width.
        for (int k = 0; k < measured.size(); k++) {
            double truth = measured.get(k);
            assertThat(sent.get(k)).isBetween(truth / growth * (1 - ROUNDING), truth * growth * (1 + ROUNDING));
        }
    }

    @Property(tries = 100)
    void noDatumTakesMoreValuesThanCloudWatchDoes(@ForAll("wideRange") List<Double> values) {
        MetricData metric = recorded(values, Aggregation.base2ExponentialBucketHistogram());
        List<MetricDatum> data = converted(metric);
        assertThat(data).allSatisfy(datum -> {
            assertThat(datum.values()).hasSizeBetween(1, 150).doesNotHaveDuplicates();
            assertThat(datum.counts()).hasSameSizeAs(datum.values());
        });
        assertThat(expanded(data)).hasSize(values.size()).isSorted();
    }

    @Example
    void aHistogramWithMoreThan150DifferentValuesLeavesInPieces() {
        List<Double> values = new ArrayList<>();
        for (int octave = 0; octave < 159; octave++) {
            values.add(Math.scalb(1.5, octave));
        }
        List<MetricDatum> data = converted(recorded(values, Aggregation.base2ExponentialBucketHistogram()));
        assertThat(data).hasSize(2);
        assertThat(data.get(0).values()).hasSize(150);
        assertThat(data.get(1).toBuilder().values(List.of()).counts(List.of()).build())
                .isEqualTo(data.get(0).toBuilder()
                        .values(List.of())
                        .counts(List.of())
                        .build());
        assertSameStatistics(values, data);
    }

    private static void assertSameStatistics(List<Double> values, List<MetricDatum> data) {
        List<Double> sent = expanded(data);
        assertThat(sent).hasSameSizeAs(values);
        assertThat(sent.get(0)).isEqualTo(Collections.min(values));
        assertThat(sent.get(sent.size() - 1)).isEqualTo(Collections.max(values));
        double sum = values.stream().mapToDouble(value -> value).sum();
        assertThat(sent.stream().mapToDouble(value -> value).sum()).isCloseTo(sum, within(sum * ROUNDING));
    }

    private List<MetricDatum> converted(MetricData metric) {
        ConvertedPoint point = converter.convert(
                metric, metric.getData().getPoints().iterator().next());
        assertThat(point.refusal()).isNull();
        return point.data();
    }

    /** Every value as often as it counts. */
    private static List<Double> expanded(List<MetricDatum> data) {
        List<Double> values = new ArrayList<>();
        for (MetricDatum datum : data) {
            for (int i = 0; i < datum.values().size(); i++) {
                values.addAll(Collections.nCopies(
                        datum.counts().get(i).intValue(), datum.values().get(i)));
            }
        }
        return values;
    }

    private static MetricData recorded(List<Double> values, Aggregation aggregation) {
        InMemoryMetricReader reader = InMemoryMetricReader.create(
                AggregationTemporalitySelector.deltaPreferred(), instrumentType -> aggregation);
        try (SdkMeterProvider provider =
                SdkMeterProvider.builder().registerMetricReader(reader).build()) {
            DoubleHistogram histogram = provider.get("test")
                    .histogramBuilder("Duration")
                    .setUnit("ms")
                    .build();
            values.forEach(histogram::record);
            return reader.collectAllMetrics().iterator().next();
        }
    }
}
