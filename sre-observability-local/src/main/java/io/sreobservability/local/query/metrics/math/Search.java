package io.sreobservability.local.query.metrics.math;

import io.sreobservability.local.query.metrics.math.MathValue.Scalar;
import io.sreobservability.local.query.metrics.math.MathValue.SeriesList;
import io.sreobservability.local.query.metrics.math.MathValue.Text;
import io.sreobservability.local.query.metrics.search.MetricSearch;
import io.sreobservability.local.query.metrics.statistic.Statistic;
import java.util.List;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** {@code SEARCH('{schema} condition', 'statistic', period)}: one series for each metric that is found and has data. */
final class Search {
    private static final int MOST_SERIES = 500;

    private Search() {}

    static MathValue run(List<MathValue> arguments, MathScope scope) {
        if (!(arguments.get(0) instanceof Text search && arguments.get(1) instanceof Text statistic)) {
            throw new ParseCancellationException("SEARCH expects a search and a statistic, both in quotes");
        }
        MetricSearch wanted = MetricSearch.parse(search.text());
        Statistic known = Statistic.named(statistic.text())
                .orElseThrow(() ->
                        new ParseCancellationException("the statistic " + statistic.text() + " is not supported"));
        int period = period(arguments, scope);
        return new SeriesList(scope.index().metrics().stream()
                .filter(wanted::finds)
                .map(metric -> scope.index().series(metric, known, period, null, scope.window()))
                .filter(series -> !series.points().isEmpty())
                .limit(MOST_SERIES)
                .toList());
    }

    private static int period(List<MathValue> arguments, MathScope scope) {
        Integer ofQuery = scope.period();
        double period = Double.NaN;
        if (arguments.size() > 2) {
            period = arguments.get(2) instanceof Scalar scalar ? scalar.value() : Double.NaN;
        } else if (ofQuery != null) {
            period = ofQuery;
        }
        if (!(period >= 1 && period <= 86_400 && period == Math.rint(period))) {
            throw new ParseCancellationException("SEARCH expects a period of 1 to 86400 seconds");
        }
        return (int) period;
    }
}
