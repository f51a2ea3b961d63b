package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.SpanKind;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.metric.MetricDefinition;

/** Writes what it is told into the engine's log. */
public final class SpanPoint {
    private final String text;

    private SpanPoint(String text) {
        this.text = text;
    }

    public static Builder builder(String spanName) {
        return new Builder(spanName);
    }

    @Override
    public String toString() {
        return text;
    }

    public static final class Builder {
        private final StringBuilder text;

        private Builder(String spanName) {
            text = new StringBuilder(spanName);
        }

        public Builder method(String className, String name) {
            return this;
        }

        public Builder kind(SpanKind value) {
            text.append(' ').append(value);
            return this;
        }

        public Builder component(String component, String nameTemplate) {
            text.append(" component=").append(component).append('/').append(nameTemplate);
            return this;
        }

        public Builder words(String placeholder, String... allowed) {
            text.append(" {").append(placeholder).append("}=").append(String.join("|", allowed));
            return this;
        }

        public <T> Builder fixedOn(String name, AttributeDefinition<T> attribute, T value) {
            text.append(" (").append(name).append(": ").append(attribute.name()).append('=').append(value).append(')');
            return this;
        }

        public <T> Builder fixed(AttributeDefinition<T> attribute, T value) {
            text.append(' ').append(attribute.name()).append('=').append(value);
            return this;
        }

        public Builder derived(AttributeDefinition<String> attribute, String template) {
            text.append(' ').append(attribute.name()).append('~').append(template);
            return this;
        }

        public Builder required(AttributeDefinition<?> attribute) {
            text.append(" !").append(attribute.name());
            return this;
        }

        public Builder metric(MetricDefinition metric) {
            text.append(" +").append(metric.name());
            return this;
        }

        public Builder metric(MetricDefinition metric, String... names) {
            text.append(" +").append(metric.name()).append(" on ").append(String.join("|", names));
            return this;
        }

        public SpanPoint build() {
            return new SpanPoint(text.toString());
        }
    }
}
