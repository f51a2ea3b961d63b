package io.sreobservability.local.store;

import java.util.Collections;
import java.util.List;

/** The two forms in which PutMetricData takes the samples of one metric and moment. */
public sealed interface MetricValues {

    /**
     * Unique values and how often each occurred; percentiles can be computed from these. A single value is the case of
     * one value with count 1.
     */
    record Distribution(List<Double> values, List<Double> counts) implements MetricValues {
        public Distribution {
            values = List.copyOf(values);
            counts = List.copyOf(counts);
            if (values.size() != counts.size()) {
                throw new IllegalArgumentException(values.size() + " values but " + counts.size() + " counts");
            }
        }

        /** {@code values}, each of which occurred once. */
        public static Distribution ofSingles(List<Double> values) {
            return new Distribution(values, Collections.nCopies(values.size(), 1.0));
        }
    }

    /** A summary made by the sender; it has no percentiles. */
    record StatisticSet(double sampleCount, double sum, double minimum, double maximum) implements MetricValues {}
}
