package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.math.MathValue.Scalar;
import io.sreobservability.local.query.metrics.math.MathValue.Series;
import io.sreobservability.local.query.metrics.math.MathValue.SeriesList;
import io.sreobservability.local.query.metrics.math.MathValue.Word;
import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import io.sreobservability.local.query.metrics.statistic.Window;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** {@code FILL}: gives periods without data a value: a number, that of another series, or the last one again. */
record Filling(Window window, MathValue filler) {
    Filling {
        if (!(filler instanceof Scalar
                || filler instanceof Series
                || (filler instanceof Word word && word.word().equals("REPEAT")))) {
            throw new ParseCancellationException("FILL is supported with a number, a time series or REPEAT");
        }
    }

    MathValue fill(MathValue value) {
        if (value instanceof Series single) {
            return new Series(filled(single.series()));
        }
        return new SeriesList(MathFunctions.series(value)).map(this::filled);
    }

    private TimeSeries filled(TimeSeries series) {
        return series.with(points -> {
            SortedMap<Instant, Double> all = new TreeMap<>();
            Double last = null;
            for (Instant time : window.periods(series.periodSeconds())) {
                Double known = points.get(time);
                Double value = known == null ? at(time, last) : known;
                if (value != null) {
                    all.put(time, value);
                    last = value;
                }
            }
            return all;
        });
    }

    private @Nullable Double at(Instant time, @Nullable Double last) {
        if (filler instanceof Scalar scalar) {
            return scalar.value();
        }
        return filler instanceof Series series ? series.series().points().get(time) : last;
    }
}
