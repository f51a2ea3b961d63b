package io.sreobservability.local.query.metrics;

import io.sreobservability.local.query.metrics.statistic.Metric;
import io.sreobservability.local.query.metrics.statistic.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * One query of a request.
 *
 * @param id how expressions refer to it; begins with a small letter
 * @param label what its result is called, with placeholders such as <code>${PROP('Dim.AgentName')}</code>; null for the default
 * @param returned whether its result is wanted, or only used by other queries
 */
public record MetricDataQuery(String id, @Nullable String label, boolean returned, Source source) {

    /** What a query asks for. */
    public sealed interface Source {}

    /**
     * A statistic of one metric.
     *
     * @param unit only of data in this unit; null for all
     */
    public record Stat(
            Metric metric,
            Statistic statistic,
            int periodSeconds,
            @Nullable String unit) implements Source {}

    /**
     * Metric math.
     *
     * @param periodSeconds for searches that name no period; null if none
     */
    public record Expression(String text, @Nullable Integer periodSeconds) implements Source {}
}
