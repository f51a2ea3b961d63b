package io.sreobservability.registry.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One metric of the standard.
 *
 * @param id the group's id
 * @param name the name in CloudWatch, for example {@code ToolExecution}
 * @param documentation what it tells
 * @param value what one recording adds
 * @param namespace the CloudWatch namespace
 * @param cloudWatchUnit the CloudWatch unit, for example {@code Milliseconds}
 * @param families the ids of the span families whose spans record it
 * @param names narrows the families that it names to these full span names
 * @param condition which spans record it
 * @param dimensions the whole dimension set
 * @param rollups further series with only these dimensions
 */
public record Metric(
        String id,
        String name,
        Documentation documentation,
        Value value,
        String namespace,
        String cloudWatchUnit,
        List<String> families,
        List<String> names,
        MetricCondition condition,
        List<MetricDimension> dimensions,
        List<List<String>> rollups) {

    /** What one recording adds. */
    public enum Value {
        /** The span's duration in milliseconds, into a histogram. */
        DURATION,
        /** One, onto a counter. */
        ONE
    }

    /** Copies the lists. */
    public Metric {
        families = List.copyOf(families);
        names = List.copyOf(names);
        dimensions = List.copyOf(dimensions);
        rollups = rollups.stream().map(List::copyOf).toList();
    }

    /** Whether spans of this name may record the metric. */
    public boolean appliesTo(SpanFamily family, String spanName) {
        if (!families.contains(family.id())) {
            return false;
        }
        List<String> narrowed = narrowedTo(family);
        return narrowed.isEmpty() || narrowed.contains(spanName);
    }

    /** The names of the family that alone record the metric; empty if all do. */
    public List<String> narrowedTo(SpanFamily family) {
        return names.stream().filter(family.names()::contains).toList();
    }

    /** Every set of dimension names under which the metric is published: the whole set first, then the roll-ups. */
    public List<List<String>> dimensionSets() {
        List<List<String>> sets = new ArrayList<>();
        sets.add(dimensions.stream().map(MetricDimension::name).toList());
        sets.addAll(rollups);
        return List.copyOf(sets);
    }
}
