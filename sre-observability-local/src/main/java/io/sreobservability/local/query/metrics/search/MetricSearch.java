package io.sreobservability.local.query.metrics.search;

import io.sreobservability.local.query.metrics.grammar.MetricSearchLexer;
import io.sreobservability.local.query.metrics.grammar.MetricSearchParser;
import io.sreobservability.local.query.metrics.grammar.Words;
import io.sreobservability.local.query.metrics.statistic.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.antlr.v4.runtime.CharStreams;

/**
 * A search for metrics.
 *
 * @param namespace where they are
 * @param dimensions what they must have, no more and no less
 */
public record MetricSearch(String namespace, Set<String> dimensions, Predicate<Metric> condition) {
    public MetricSearch {
        dimensions = Set.copyOf(dimensions);
    }

    /**
     * Reads a search such as {@code {Namespace,Dimension} MetricName="Errors"}; throws ANTLR's
     * {@code ParseCancellationException} if it is none.
     */
    public static MetricSearch parse(String text) {
        MetricSearchParser parser =
                new MetricSearchParser(Words.of(new MetricSearchLexer(CharStreams.fromString(text))));
        Words.endAtFirstError(parser);
        MetricSearchParser.SearchContext search = parser.search();
        List<String> schema = search.schema.stream().map(ConditionBuilder::text).toList();
        Predicate<Metric> condition =
                search.condition() == null ? any -> true : new ConditionBuilder().visit(search.condition());
        return new MetricSearch(schema.get(0), new HashSet<>(schema.subList(1, schema.size())), condition);
    }

    /** Whether a metric is meant. */
    public boolean finds(Metric metric) {
        return metric.namespace().equals(namespace)
                && metric.dimensions().keySet().equals(dimensions)
                && condition.test(metric);
    }
}
