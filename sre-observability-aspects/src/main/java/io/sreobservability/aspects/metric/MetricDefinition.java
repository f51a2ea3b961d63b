package io.sreobservability.aspects.metric;

import io.opentelemetry.api.common.AttributeKey;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One metric as the registry defines it. Immutable; meant to be a constant. It is recorded when a span ends whose point
 * names it.
 */
public final class MetricDefinition {
    /** What one record of a metric holds. */
    public enum Value {
        /** The span's duration in milliseconds, in a histogram. */
        DURATION,
        /** The number one, in a counter. */
        ONE
    }

    private final String name;
    private final String description;
    private final Value value;
    private final Condition condition;
    private final List<Dimension> dimensions;
    private final List<List<Dimension>> rollups;

    private MetricDefinition(Builder builder) {
        this.name = builder.name;
        this.description = builder.description;
        this.value = builder.value;
        this.condition = builder.condition;
        this.dimensions = List.copyOf(builder.dimensions);
        this.rollups = builder.rollups.stream().map(this::dimensionsNamed).toList();
        if (dimensions.stream()
                        .filter(d -> d.source() instanceof Dimension.FromList)
                        .count()
                > 1) {
            throw new IllegalArgumentException("metric " + name + " may split by one list only");
        }
    }

    /** Starts a metric whose value is the span's duration in milliseconds. */
    public static Builder durationHistogram(String name) {
        return new Builder(name, Value.DURATION);
    }

    /** Starts a metric that counts spans. */
    public static Builder counter(String name) {
        return new Builder(name, Value.ONE);
    }

    /** The metric's name, for example {@code ToolExecution}. */
    public String name() {
        return name;
    }

    /** One sentence for people; may be empty. */
    public String description() {
        return description;
    }

    /** What one record holds. */
    public Value value() {
        return value;
    }

    /** For which spans it is recorded. */
    public Condition condition() {
        return condition;
    }

    /** The exact dimensions of a record, in the order of definition. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Further records per span, each with only these of the dimensions. */
    public List<List<Dimension>> rollups() {
        return rollups;
    }

    @Override
    public String toString() {
        return name;
    }

    private List<Dimension> dimensionsNamed(List<String> names) {
        return names.stream()
                .map(wanted -> dimensions.stream()
                        .filter(dimension -> dimension.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "metric " + name + " has no dimension " + wanted + " to roll up by")))
                .toList();
    }

    /** Collects what a definition says. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final Value value;
        private final List<Dimension> dimensions = new ArrayList<>();
        private final List<List<String>> rollups = new ArrayList<>();
        private String description = "";
        private Condition condition = new Condition.Always();

        private Builder(String name, Value value) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a metric's name must not be blank");
            }
            this.name = name;
            this.value = value;
        }

        /** Says in one sentence what the metric tells. */
        public Builder description(String text) {
            this.description = Objects.requireNonNull(text, "description");
            return this;
        }

        /** Adds a dimension taken from an attribute of the span, or of a span above if the attribute is inherited. */
        public Builder dimension(String dimension, AttributeDefinition<String> attribute) {
            return add(dimension, new Dimension.FromAttribute(attribute));
        }

        /** Adds a dimension that makes one record per member of a comma-separated list; an absent list makes none. */
        public Builder splitDimension(String dimension, AttributeDefinition<String> attribute) {
            return add(dimension, new Dimension.FromList(attribute));
        }

        /** Adds a dimension that holds the kind of component: agent, tool or memory. */
        public Builder componentDimension(String dimension) {
            return add(dimension, new Dimension.FromComponent());
        }

        /** Adds a dimension that holds the component's name. */
        public Builder componentNameDimension(String dimension) {
            return add(dimension, new Dimension.FromComponentName());
        }

        /** Records only spans that failed. */
        public Builder onError() {
            this.condition = new Condition.OnError();
            return this;
        }

        /** Records only spans on which {@code attribute} has the value {@code expected}. */
        public Builder when(AttributeDefinition<Boolean> attribute, boolean expected) {
            this.condition = new Condition.WhenAttribute(attribute, expected);
            return this;
        }

        /** Adds a further record per span that has only the named dimensions. */
        public Builder rollup(String... names) {
            rollups.add(List.of(names));
            return this;
        }

        /**
         * The finished definition.
         *
         * @throws IllegalArgumentException if a roll-up names a dimension that the metric does not have
         */
        public MetricDefinition build() {
            return new MetricDefinition(this);
        }

        private Builder add(String dimension, Dimension.Source source) {
            dimensions.add(new Dimension(AttributeKey.stringKey(dimension), source));
            return this;
        }
    }
}
