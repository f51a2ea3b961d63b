package io.sreobservability.local.query.metrics.statistic;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One number for many samples. */
public sealed interface Statistic {
    /** As in requests, such as {@code Average} or {@code p95}. */
    String label();

    /** Its value; none if it cannot be told from what was sent. */
    OptionalDouble of(Samples samples);

    /** The statistic of this name, if it is supported: the five simple ones, and percentiles from p0 to p100. */
    static Optional<Statistic> named(String name) {
        for (Simple simple : Simple.values()) {
            if (simple.text.equals(name)) {
                return Optional.of(simple);
            }
        }
        Matcher percentile = Percentile.NAME.matcher(name);
        return percentile.matches() && Double.parseDouble(percentile.group(1)) <= 100
                ? Optional.of(new Percentile(name, Double.parseDouble(percentile.group(1))))
                : Optional.empty();
    }

    /** Those that any samples have. */
    enum Simple implements Statistic {
        SAMPLE_COUNT("SampleCount"),
        AVERAGE("Average"),
        SUM("Sum"),
        MINIMUM("Minimum"),
        MAXIMUM("Maximum");

        private final String text;

        Simple(String text) {
            this.text = text;
        }

        @Override
        public String label() {
            return text;
        }

        @Override
        public OptionalDouble of(Samples samples) {
            return OptionalDouble.of(
                    switch (this) {
                        case SAMPLE_COUNT -> samples.count();
                        case AVERAGE -> samples.sum() / samples.count();
                        case SUM -> samples.sum();
                        case MINIMUM -> samples.minimum();
                        case MAXIMUM -> samples.maximum();
                    });
        }
    }

    /** The smallest value that at least {@code percent} of the samples do not exceed. */
    record Percentile(String label, double percent) implements Statistic {
        private static final Pattern NAME = Pattern.compile("p([0-9]{1,3}(?:\\.[0-9]{1,10})?)");

        @Override
        public OptionalDouble of(Samples samples) {
            return samples.percentile(percent);
        }
    }
}
