package io.sreobservability.aspects.engine;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a span hands down to the spans below it: the clock of the trace and the values of inherited attributes.
 * Immutable. It travels in the OpenTelemetry context and therefore to every thread the context is taken to.
 */
final class Inheritance {
    private static final ContextKey<Inheritance> KEY = ContextKey.named("sre-observability-inheritance");

    private final ClockAnchor clock;
    private final AttributeDefinition<?>[] definitions;
    private final Object[] values;

    private Inheritance(ClockAnchor clock, AttributeDefinition<?>[] definitions, Object[] values) {
        this.clock = clock;
        this.definitions = definitions;
        this.values = values;
    }

    /** What the spans above handed down, or {@code null} at the first span of a trace in this process. */
    static @Nullable Inheritance of(Context context) {
        return context.get(KEY);
    }

    static Inheritance root(ClockAnchor clock) {
        return new Inheritance(clock, new AttributeDefinition<?>[0], new Object[0]);
    }

    Context storeIn(Context context) {
        return context.with(KEY, this);
    }

    ClockAnchor clock() {
        return clock;
    }

    /** The inherited value of this attribute, or {@code null}. */
    @Nullable
    Object find(AttributeKey<?> key) {
        int index = indexOf(definitions, definitions.length, key);
        return index < 0 ? null : values[index];
    }

    /** Sets every inherited attribute for which the span has no value of its own. */
    void applyMissing(SpanBuilder builder, AttributeBuffer own) {
        for (int i = 0; i < definitions.length; i++) {
            if (own.find(definitions[i].key()) == null) {
                AttributeBuffer.apply(builder, definitions[i], values[i]);
            }
        }
    }

    /** What a span with these attributes hands down; this very object if it adds and changes nothing. */
    Inheritance below(AttributeBuffer own) {
        int count = definitions.length;
        AttributeDefinition<?>[] newDefinitions = definitions;
        Object[] newValues = values;
        for (int i = 0; i < own.size(); i++) {
            AttributeDefinition<?> definition = own.definition(i);
            if (!definition.inherited()) {
                continue;
            }
            int known = indexOf(newDefinitions, count, definition.key());
            if (known >= 0 && newValues[known].equals(own.value(i))) {
                continue;
            }
            if (newDefinitions == definitions) {
                newDefinitions = Arrays.copyOf(definitions, definitions.length + own.size());
                newValues = Arrays.copyOf(values, newDefinitions.length);
            }
            int index = known >= 0 ? known : count++;
            newDefinitions[index] = definition;
            newValues[index] = own.value(i);
        }
        return newDefinitions == definitions
                ? this
                : new Inheritance(clock, Arrays.copyOf(newDefinitions, count), Arrays.copyOf(newValues, count));
    }

    private static int indexOf(AttributeDefinition<?>[] definitions, int count, AttributeKey<?> key) {
        for (int i = 0; i < count; i++) {
            if (definitions[i].key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
