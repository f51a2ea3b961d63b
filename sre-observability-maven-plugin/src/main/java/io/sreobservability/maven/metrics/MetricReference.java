package io.sreobservability.maven.metrics;

import io.sreobservability.maven.source.Named;
import io.sreobservability.maven.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * One mention of a metric.
 *
 * @param place where the mention begins
 * @param namespace the CloudWatch namespace, if it is named
 * @param metric the metric, if it is named
 * @param dimensions the whole set of dimensions, if the mention gives it; an empty list means a metric without dimensions
 * @param filters names of dimensions that the mention uses beyond that: compares, groups
 * @param words words of a search that may be a part of any name or value
 */
public record MetricReference(
        Place place,
        Optional<Named> namespace,
        Optional<MetricName> metric,
        Optional<List<Named>> dimensions,
        List<Named> filters,
        List<Named> words) {

    /** Copies the lists. */
    public MetricReference {
        dimensions = dimensions.map(List::copyOf);
        filters = List.copyOf(filters);
        words = List.copyOf(words);
    }

    /**
     * A metric's name.
     *
     * @param exact whether the metric has exactly this name; a search without quotes finds every name that has its words
     */
    public record MetricName(Named name, boolean exact) {}
}
