package io.sreobservability.local.query.metrics.statistic;

import io.sreobservability.local.store.MetricValues;
import io.sreobservability.local.store.MetricValues.Distribution;
import io.sreobservability.local.store.MetricValues.StatisticSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The samples of one metric in one period, as far as they were sent: values with their counts, or only summaries. */
public final class Samples {
    private final TreeMap<Double, Double> countOfValue = new TreeMap<>();
    private double count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private boolean everyValueKnown = true;

    /** All samples of these; there must be at least one. */
    static Samples of(List<MetricValues> parts) {
        Samples samples = new Samples();
        parts.forEach(samples::add);
        return samples;
    }

    private void add(MetricValues part) {
        if (part instanceof Distribution distribution) {
            for (int i = 0; i < distribution.values().size(); i++) {
                add(distribution.values().get(i), distribution.counts().get(i));
            }
        } else if (part instanceof StatisticSet set) {
            addSummary(set);
        }
    }

    private void add(double value, double times) {
        if (times > 0) {
            countOfValue.merge(value, times, Double::sum);
            include(times, value * times, value, value);
        }
    }

    /** A summary whose samples are all the same says what they are; CloudWatch has percentiles of such only. */
    private void addSummary(StatisticSet set) {
        if (set.minimum() == set.maximum()) {
            countOfValue.merge(set.minimum(), set.sampleCount(), Double::sum);
        } else {
            everyValueKnown = false;
        }
        include(set.sampleCount(), set.sum(), set.minimum(), set.maximum());
    }

    private void include(double newCount, double newSum, double newMinimum, double newMaximum) {
        count += newCount;
        sum += newSum;
        minimum = Math.min(minimum, newMinimum);
        maximum = Math.max(maximum, newMaximum);
    }

    double count() {
        return count;
    }

    double sum() {
        return sum;
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }

    OptionalDouble percentile(double percent) {
        if (!everyValueKnown) {
            return OptionalDouble.empty();
        }
        double below = 0;
        for (Map.Entry<Double, Double> value : countOfValue.entrySet()) {
            below += value.getValue();
            if (below >= percent / 100 * count) {
                return OptionalDouble.of(value.getKey());
            }
        }
        return OptionalDouble.of(maximum);
    }
}
