package io.sreobservability.aspects.metric;

import io.sreobservability.aspects.attribute.AttributeDefinition;

public final class MetricDefinition {
    private final String name;

    private MetricDefinition(String name) {
        this.name = name;
    }

    public static Builder durationHistogram(String name) {
        return new Builder(name);
    }

    public static Builder counter(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    public static final class Builder {
        private final String name;

        private Builder(String name) {
            this.name = name;
        }

        public Builder description(String text) {
            return this;
        }

        public Builder dimension(String dimension, AttributeDefinition<String> attribute) {
            return this;
        }

        public Builder splitDimension(String dimension, AttributeDefinition<String> attribute) {
            return this;
        }

        public Builder componentDimension(String dimension) {
            return this;
        }

        public Builder componentNameDimension(String dimension) {
            return this;
        }

        public Builder onError() {
            return this;
        }

        public Builder when(AttributeDefinition<Boolean> attribute, boolean expected) {
            return this;
        }

        public Builder rollup(String... names) {
            return this;
        }

        public MetricDefinition build() {
            return new MetricDefinition(name);
        }
    }
}
