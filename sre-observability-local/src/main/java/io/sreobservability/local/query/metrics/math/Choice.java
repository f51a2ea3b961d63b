package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.math.MathValue.Scalar;
import io.sreobservability.local.query.metrics.math.MathValue.Series;
import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** {@code IF(condition, then, else)} at each time of the condition. */
final class Choice {
    private Choice() {}

    static MathValue of(List<MathValue> arguments) {
        if (!(arguments.get(0) instanceof Series condition)) {
            throw new ParseCancellationException("IF expects one time series as its condition");
        }
        TimeSeries series = condition.series();
        SortedMap<Instant, Double> points = new TreeMap<>();
        series.points().forEach((time, holds) -> {
            MathValue chosen = arguments.get(holds == 0 ? 2 : 1);
            if (chosen instanceof Scalar scalar) {
                points.put(time, scalar.value());
            } else if (chosen instanceof Series other) {
                points.computeIfAbsent(time, any -> other.series().points().get(time));
            } else {
                throw new ParseCancellationException("IF chooses between numbers and single time series");
            }
        });
        return new Series(new TimeSeries(null, series.periodSeconds(), points));
    }
}
