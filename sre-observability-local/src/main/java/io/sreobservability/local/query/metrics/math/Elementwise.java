package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.grammar.MetricMathParser;
import io.sreobservability.local.query.metrics.math.MathValue.Scalar;
import io.sreobservability.local.query.metrics.math.MathValue.Series;
import io.sreobservability.local.query.metrics.math.MathValue.SeriesList;
import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Operators, applied at each time: there is a result where both sides have a value, and where it is a number (nothing
 * divided by zero).
 */
final class Elementwise {
    private Elementwise() {}

    static DoubleBinaryOperator operator(int type) {
        return switch (type) {
            case MetricMathParser.PLUS -> Double::sum;
            case MetricMathParser.MINUS -> (a, b) -> a - b;
            case MetricMathParser.STAR -> (a, b) -> a * b;
            case MetricMathParser.SLASH -> (a, b) -> a / b;
            case MetricMathParser.POWER -> Math::pow;
            case MetricMathParser.EQ -> (a, b) -> truth(a == b);
            case MetricMathParser.NE -> (a, b) -> truth(a != b);
            case MetricMathParser.LT -> (a, b) -> truth(a < b);
            case MetricMathParser.LE -> (a, b) -> truth(a <= b);
            case MetricMathParser.GT -> (a, b) -> truth(a > b);
            case MetricMathParser.GE -> (a, b) -> truth(a >= b);
            case MetricMathParser.AND -> (a, b) -> truth(a != 0 && b != 0);
            default -> (a, b) -> truth(a != 0 || b != 0);
        };
    }

    private static double truth(boolean condition) {
        return condition ? 1 : 0;
    }

    static MathValue apply(DoubleBinaryOperator operator, MathValue left, MathValue right) {
        if (left instanceof Scalar a && right instanceof Scalar b) {
            return new Scalar(operator.applyAsDouble(a.value(), b.value()));
        }
        if (left instanceof SeriesList list && isSingle(right)) {
            return list.map(series -> single(operator, new Series(series), right));
        }
        if (right instanceof SeriesList list && isSingle(left)) {
            return list.map(series -> single(operator, left, new Series(series)));
        }
        if (isSingle(left) && isSingle(right)) {
            return new Series(single(operator, left, right));
        }
        throw new ParseCancellationException(
                "an operator takes numbers and time series, and a list of time series on one side only");
    }

    private static boolean isSingle(MathValue value) {
        return value instanceof Scalar || value instanceof Series;
    }

    private static TimeSeries single(DoubleBinaryOperator operator, MathValue left, MathValue right) {
        TimeSeries shape = left instanceof Series series ? series.series() : ((Series) right).series();
        SortedMap<Instant, Double> points = new TreeMap<>();
        for (Instant time : shape.points().keySet()) {
            Double a = at(left, time);
            Double b = at(right, time);
            if (a != null && b != null) {
                points.put(time, operator.applyAsDouble(a, b));
            }
        }
        boolean both = left instanceof Series && right instanceof Series;
        return new TimeSeries(both ? null : shape.source(), shape.periodSeconds(), points);
    }

    private static @Nullable Double at(MathValue value, Instant time) {
        return value instanceof Scalar scalar
                ? (Double) scalar.value()
                : ((Series) value).series().points().get(time);
    }
}
