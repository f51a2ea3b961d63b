package io.sreobservability.local.query.metrics;

import io.sreobservability.local.query.metrics.MetricDataQuery.Expression;
import io.sreobservability.local.query.metrics.MetricDataQuery.Stat;
import io.sreobservability.local.query.metrics.math.Formula;
import io.sreobservability.local.query.metrics.math.MathScope;
import io.sreobservability.local.query.metrics.math.MathValue;
import io.sreobservability.local.query.metrics.statistic.MetricIndex;
import io.sreobservability.local.query.metrics.statistic.TimeSeries;
import io.sreobservability.local.query.metrics.statistic.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** One request: computes each query once, when another one or the answer needs it. */
final class Evaluation {
    private final Map<String, MetricDataQuery> queries = new LinkedHashMap<>();
    private final Map<String, MathValue> known = new HashMap<>();
    private final List<String> underWay = new ArrayList<>();
    private final MetricIndex index;
    private final Window window;

    Evaluation(List<MetricDataQuery> queries, MetricIndex index, Window window) {
        queries.forEach(query -> this.queries.put(query.id(), query));
        this.index = index;
        this.window = window;
    }

    List<MetricDataResult> results() throws InvalidMetricQueryException {
        List<MetricDataResult> results = new ArrayList<>();
        for (MetricDataQuery query : queries.values()) {
            if (query.returned()) {
                try {
                    results.addAll(results(query));
                } catch (ParseCancellationException e) {
                    String what = query.source() instanceof Expression ? "Error in expression '" : "Error in '";
                    throw new InvalidMetricQueryException(what + query.id() + "': " + e.getMessage() + ".");
                }
            }
        }
        return results;
    }

    private List<MetricDataResult> results(MetricDataQuery query) {
        MathValue value = value(query.id());
        if (value instanceof MathValue.Series single) {
            return List.of(result(query, single.series(), standardLabel(query)));
        }
        if (value instanceof MathValue.SeriesList list) {
            return list.all().stream()
                    .map(series -> result(query, series, standardLabel(series, query)))
                    .toList();
        }
        throw new ParseCancellationException("the result must be time series, and is a single number or text");
    }

    private static MetricDataResult result(MetricDataQuery query, TimeSeries series, String standardLabel) {
        String label = query.label() == null ? standardLabel : Labels.of(query.label(), standardLabel, series);
        return new MetricDataResult(query.id(), label, series.points());
    }

    private static String standardLabel(MetricDataQuery query) {
        return query.source() instanceof Stat stat ? stat.metric().name() : query.id();
    }

    /** What tells the series of one search apart. */
    private static String standardLabel(TimeSeries series, MetricDataQuery query) {
        return series.source() == null
                ? query.id()
                : String.join(" ", series.source().metric().dimensions().values());
    }

    private MathValue value(String id) {
        MathValue value = known.get(id);
        if (value != null) {
            return value;
        }
        MetricDataQuery query = queries.get(id);
        if (query == null) {
            throw new ParseCancellationException("there is no query with the id " + id);
        }
        if (underWay.contains(id)) {
            throw new ParseCancellationException(
                    "queries refer to each other in a circle: " + String.join(", ", underWay));
        }
        underWay.add(id);
        MathValue computed = compute(query);
        underWay.remove(id);
        known.put(id, computed);
        return computed;
    }

    private MathValue compute(MetricDataQuery query) {
        if (query.source() instanceof Stat stat) {
            return new MathValue.Series(series(stat));
        }
        Expression expression = (Expression) query.source();
        return Formula.parse(expression.text()).evaluate(new Scope(expression.periodSeconds()));
    }

    private TimeSeries series(Stat stat) {
        return index.series(stat.metric(), stat.statistic(), stat.periodSeconds(), stat.unit(), window);
    }

    private final class Scope implements MathScope {
        private final @Nullable Integer period;

        Scope(@Nullable Integer period) {
            this.period = period;
        }

        @Override
        public MathValue reference(String id) {
            return value(id);
        }

        @Override
        public List<TimeSeries> metrics() {
            return queries.values().stream()
                    .map(MetricDataQuery::source)
                    .filter(Stat.class::isInstance)
                    .map(source -> series((Stat) source))
                    .toList();
        }

        @Override
        public MetricIndex index() {
            return index;
        }

        @Override
        public Window window() {
            return window;
        }

        @Override
        public @Nullable Integer period() {
            return period;
        }
    }
}
