package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.SpanBuilder;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.ContentFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes that have the same values for every call of a point. Immutable. */
final class FixedAttributes {
    static final FixedAttributes NONE = new FixedAttributes(List.of(), List.of());

    private final AttributeDefinition<?>[] definitions;
    private final Object[] values;

    FixedAttributes(List<AttributeDefinition<?>> definitions, List<Object> values) {
        this.definitions = definitions.toArray(AttributeDefinition<?>[]::new);
        this.values = values.toArray();
    }

    int size() {
        return definitions.length;
    }

    AttributeDefinition<?> definition(int index) {
        return definitions[index];
    }

    Object value(int index) {
        return values[index];
    }

    /** The last value of this attribute, or {@code null}. */
    @Nullable
    Object find(AttributeDefinition<?> definition) {
        for (int i = definitions.length - 1; i >= 0; i--) {
            if (definition.hasKeyOf(definitions[i])) {
                return values[i];
            }
        }
        return null;
    }

    void applyTo(SpanBuilder builder) {
        for (int i = 0; i < definitions.length; i++) {
            AttributeBuffer.apply(builder, definitions[i], values[i]);
        }
    }

    /** Those that leave the process while content must not. */
    FixedAttributes withoutContent() {
        List<AttributeDefinition<?>> admitted = new ArrayList<>();
        List<Object> theirs = new ArrayList<>();
        for (int i = 0; i < definitions.length; i++) {
            if (ContentFilter.admits(definitions[i], false)) {
                admitted.add(definitions[i]);
                theirs.add(values[i]);
            }
        }
        return new FixedAttributes(admitted, theirs);
    }
}
