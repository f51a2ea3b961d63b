package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.math.MathValue.Scalar;
import io.sreobservability.local.query.metrics.math.MathValue.Series;
import io.sreobservability.local.query.metrics.math.MathValue.SeriesList;
import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** The functions of metric math that are supported. */
final class MathFunctions {
    private static final SortedMap<String, Function> ALL = all();

    private MathFunctions() {}

    private record Function(int least, int most, Body body) {}

    @FunctionalInterface
    private interface Body {
        MathValue apply(List<MathValue> arguments, MathScope scope);
    }

    static MathValue call(String name, List<MathValue> arguments, MathScope scope) {
        Function function = ALL.get(name);
        if (function == null) {
            throw new ParseCancellationException(
                    "the function " + name + " is not supported; this stand-in has " + String.join(", ", ALL.keySet()));
        }
        if (arguments.size() < function.least || arguments.size() > function.most) {
            throw new ParseCancellationException("wrong number of arguments of " + name);
        }
        return function.body.apply(arguments, scope);
    }

    private static SortedMap<String, Function> all() {
        SortedMap<String, Function> all = new TreeMap<>();
        all.put(
                "SUM",
                reduction(values ->
                        values.stream().mapToDouble(Double::doubleValue).sum()));
        all.put("AVG", reduction(MathFunctions::average));
        all.put(
                "MIN",
                reduction(values ->
                        values.stream().mapToDouble(Double::doubleValue).min().orElseThrow()));
        all.put(
                "MAX",
                reduction(values ->
                        values.stream().mapToDouble(Double::doubleValue).max().orElseThrow()));
        all.put("ABS", pointwise(Math::abs));
        all.put("CEIL", pointwise(Math::ceil));
        all.put("FLOOR", pointwise(Math::floor));
        all.put("RUNNING_SUM", whole(MathFunctions::runningSum));
        all.put("DIFF", whole(MathFunctions::differences));
        all.put("RATE", whole(MathFunctions::rates));
        all.put(
                "FILL",
                new Function(
                        2,
                        2,
                        (arguments, scope) -> new Filling(scope.window(), arguments.get(1)).fill(arguments.get(0))));
        all.put("IF", new Function(3, 3, (arguments, scope) -> Choice.of(arguments)));
        all.put("SEARCH", new Function(2, 3, Search::run));
        all.put("METRICS", new Function(0, 0, (arguments, scope) -> new SeriesList(scope.metrics())));
        all.put("REMOVE_EMPTY", new Function(1, 1, (arguments, scope) -> removeEmpty(arguments.get(0))));
        all.put(
                "METRIC_COUNT",
                new Function(
                        1,
                        1,
                        (arguments, scope) ->
                                new Scalar(series(arguments.get(0)).size())));
        all.put("PERIOD", new Function(1, 1, (arguments, scope) -> period(arguments.get(0))));
        return all;
    }

    /** Over the points of one series it is a number, over several series a series. */
    private static Function reduction(ToDoubleFunction<Collection<Double>> reduce) {
        return new Function(1, 1, (arguments, scope) -> {
            if (arguments.get(0) instanceof Series single) {
                Collection<Double> values = single.series().points().values();
                return new Scalar(values.isEmpty() ? Double.NaN : reduce.applyAsDouble(values));
            }
            return across(series(arguments.get(0)), reduce);
        });
    }

    /** Nothing found stays nothing found: a sum of no series is no series of zeros. */
    private static MathValue across(List<TimeSeries> all, ToDoubleFunction<Collection<Double>> reduce) {
        if (all.isEmpty()) {
            return new SeriesList(List.of());
        }
        SortedSet<Instant> times = new TreeSet<>();
        all.forEach(series -> times.addAll(series.points().keySet()));
        SortedMap<Instant, Double> points = new TreeMap<>();
        for (Instant time : times) {
            List<Double> values = new ArrayList<>();
            all.forEach(series -> {
                Double value = series.points().get(time);
                if (value != null) {
                    values.add(value);
                }
            });
            points.put(time, reduce.applyAsDouble(values));
        }
        return new Series(new TimeSeries(null, all.get(0).periodSeconds(), points));
    }

    private static double average(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static Function pointwise(UnaryOperator<Double> change) {
        return new Function(
                1,
                1,
                (arguments, scope) ->
                        Elementwise.apply((zero, value) -> change.apply(value), new Scalar(0), arguments.get(0)));
    }

    private static Function whole(UnaryOperator<TimeSeries> change) {
        return new Function(1, 1, (arguments, scope) -> {
            SeriesList changed = new SeriesList(series(arguments.get(0))).map(change);
            return arguments.get(0) instanceof Series ? new Series(changed.all().get(0)) : changed;
        });
    }

    private static TimeSeries runningSum(TimeSeries series) {
        double[] sum = {0};
        return series.with(points -> {
            SortedMap<Instant, Double> sums = new TreeMap<>();
            points.forEach((time, value) -> sums.put(time, sum[0] += value));
            return sums;
        });
    }

    private static TimeSeries differences(TimeSeries series) {
        return series.with(points -> {
            SortedMap<Instant, Double> differences = new TreeMap<>();
            Map.Entry<Instant, Double> previous = null;
            for (Map.Entry<Instant, Double> point : points.entrySet()) {
                if (previous != null) {
                    differences.put(point.getKey(), point.getValue() - previous.getValue());
                }
                previous = point;
            }
            return differences;
        });
    }

    /** Change a second. */
    private static TimeSeries rates(TimeSeries series) {
        return series.with(points -> {
            SortedMap<Instant, Double> rates = new TreeMap<>();
            differences(series).points().forEach((time, change) -> {
                long seconds =
                        time.getEpochSecond() - points.headMap(time).lastKey().getEpochSecond();
                rates.put(time, change / seconds);
            });
            return rates;
        });
    }

    private static MathValue removeEmpty(MathValue value) {
        return new SeriesList(series(value).stream()
                .filter(series -> !series.points().isEmpty())
                .toList());
    }

    private static MathValue period(MathValue value) {
        if (value instanceof Series single) {
            return new Scalar(single.series().periodSeconds());
        }
        throw new ParseCancellationException("PERIOD takes one time series");
    }

    static List<TimeSeries> series(MathValue value) {
        if (value instanceof Series single) {
            return List.of(single.series());
        }
        if (value instanceof SeriesList list) {
            return list.all();
        }
        throw new ParseCancellationException("a function expects time series where it was given something else");
    }
}
