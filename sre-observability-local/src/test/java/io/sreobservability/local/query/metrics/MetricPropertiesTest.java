package io.sreobservability.local.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.query.Telemetry;
import io.sreobservability.local.query.metrics.MetricDataQuery.Expression;
import io.sreobservability.local.query.metrics.MetricDataQuery.Stat;
import io.sreobservability.local.query.metrics.statistic.Metric;
import io.sreobservability.local.query.metrics.statistic.Statistic;
import io.sreobservability.local.store.MetricDatum;
import io.sreobservability.local.store.MetricValues;
import io.sreobservability.local.store.StoreLimits;
import io.sreobservability.local.store.TelemetryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every formula, search and set of samples. */
class MetricPropertiesTest {
    private static final Instant FROM = Telemetry.START;
    private static final Instant TO = Telemetry.START.plusSeconds(300);
    private static final Metric METRIC = new Metric("N", "M", new TreeMap<>(Map.of("D", "v")));

    @Property(tries = 500)
    void anyRowOfWordsIsComputedOrRefusedByTheIdOfItsQuery(@ForAll("formulas") String formula) {
        MetricData data = holding(List.of(1.0, 2.0));
        MetricDataQuery stat = new MetricDataQuery("m", null, false, new Stat(METRIC, sum(), 60, null));
        MetricDataQuery expression = new MetricDataQuery("e", null, true, new Expression(formula, null));
        try {
            for (MetricDataResult result : data.get(List.of(stat, expression), FROM, TO)) {
                assertThat(result.points().values()).allMatch(Double::isFinite);
            }
        } catch (InvalidMetricQueryException refused) {
            assertThat(refused.message())
                    .startsWith("Error in expression 'e': ")
                    .hasSizeGreaterThan(30);
        }
    }

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.of(
                        "m",
                        "e",
                        "gone",
                        "1",
                        "0",
                        "0.5",
                        "+",
                        "-",
                        "*",
                        "/",
                        "^",
                        "<",
                        "==",
                        "AND",
                        "OR",
                        "(",
                        ")",
                        "[",
                        "]",
                        ",",
                        "SUM(",
                        "FILL(",
                        "IF(",
                        "RATE(",
                        "METRICS()",
                        "SEARCH('{N,D} M', 'Sum', 60)",
                        "SEARCH(",
                        "REPEAT",
                        "'{N",
                        "$",
                        "\"")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    @Property(tries = 100)
    void percentilesAreValuesThatWereSentAndRiseWithTheirPercent(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @IntRange(max = 100) int low,
            @ForAll @IntRange(max = 100) int high)
            throws Exception {
        MetricData data = holding(values);
        double smaller = value(data, "p" + Math.min(low, high));
        double larger = value(data, "p" + Math.max(low, high));

        assertThat(values).contains(smaller, larger);
        assertThat(smaller).isLessThanOrEqualTo(larger);
        assertThat(value(data, "p0")).isEqualTo(value(data, "Minimum"));
        assertThat(value(data, "p100")).isEqualTo(value(data, "Maximum"));
        assertThat(value(data, "SampleCount")).isEqualTo(values.size());
    }

    private static double value(MetricData data, String statistic) throws InvalidMetricQueryException {
        Statistic known = Statistic.named(statistic).orElseThrow();
        MetricDataQuery query = new MetricDataQuery("m", null, true, new Stat(METRIC, known, 300, null));
        return data.get(List.of(query), FROM, TO).get(0).points().get(FROM);
    }

    private static Statistic sum() {
        return Statistic.named("Sum").orElseThrow();
    }

    private static MetricData holding(List<Double> values) {
        TelemetryStore store = TelemetryStore.create(StoreLimits.DEFAULT);
        store.metrics()
                .addAll(List.of(new MetricDatum(
                        METRIC.namespace(),
                        METRIC.name(),
                        METRIC.dimensions(),
                        "None",
                        FROM.plusSeconds(5),
                        MetricValues.Distribution.ofSingles(values))));
        return new MetricData(store.metrics());
    }
}
