package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an expression of metric math can be. */
public sealed interface MathValue {
    /** A number. */
    record Scalar(double value) implements MathValue {}

    /** One time series. */
    record Series(TimeSeries series) implements MathValue {}

    /** Several, such as what a search found; may be empty. */
    record SeriesList(List<TimeSeries> all) implements MathValue {
        public SeriesList {
            all = List.copyOf(all);
        }

        /** Each of them changed. */
        SeriesList map(UnaryOperator<TimeSeries> change) {
            return new SeriesList(all.stream().map(change).toList());
        }
    }

    /** A text in quotes: an argument of {@code SEARCH}. */
    record Text(String text) implements MathValue {}

    /** A word of the language: {@code REPEAT}. */
    record Word(String word) implements MathValue {}
}
