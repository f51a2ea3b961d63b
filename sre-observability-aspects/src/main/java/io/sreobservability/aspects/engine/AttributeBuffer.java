package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that one call sets, kept until its span ends because metrics take their dimensions from them. Reused for the
 * next call, so that it costs nothing. Of two values for one key the later counts. Not thread-safe.
 */
final class AttributeBuffer {
    private static final int USUAL_SIZE = 16;
    private static final Object[] NOTHING = new Object[0];

    private AttributeDefinition<?>[] definitions = new AttributeDefinition<?>[USUAL_SIZE];
    private @Nullable Object[] values = new Object[USUAL_SIZE];
    private int size;

    /** Adds a value, which must be of the definition's type. */
    void add(AttributeDefinition<?> definition, Object value) {
        if (size == definitions.length) {
            definitions = Arrays.copyOf(definitions, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        if (definitions[size] != definition) {
            definitions[size] = definition; // mostly the same as in the last call: see SpanAttributes.open
        }
        values[size] = value;
        size++;
    }

    /** Adds a value, in place of an earlier one of the same key. */
    void replace(AttributeDefinition<?> definition, Object value) {
        for (int i = size - 1; i >= 0; i--) {
            if (definition.hasKeyOf(definitions[i])) {
                values[i] = value;
                return;
            }
        }
        add(definition, value);
    }

    int size() {
        return size;
    }

    AttributeDefinition<?> definition(int index) {
        return definitions[index];
    }

    /** The value at an index below {@link #size()}. */
    Object value(int index) {
        Object value = values[index];
        if (value == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return value;
    }

    /** The latest value of this attribute, or {@code null}. */
    @Nullable
    Object find(AttributeDefinition<?> definition) {
        for (int i = size - 1; i >= 0; i--) {
            if (definition.hasKeyOf(definitions[i])) {
                return values[i];
            }
        }
        return null;
    }

    void applyTo(SpanBuilder builder) {
        for (int i = 0; i < size; i++) {
            apply(builder, definitions[i], value(i));
        }
    }

    /** Definition, value, definition, value, ... */
    Object[] toArray() {
        Object[] all = size == 0 ? NOTHING : new Object[2 * size];
        for (int i = 0; i < size; i++) {
            all[2 * i] = definitions[i];
            all[2 * i + 1] = value(i);
        }
        return all;
    }

    /** Forgets everything; values must not be kept alive by an idle thread. */
    void clear() {
        Arrays.fill(values, 0, size, null);
        size = 0;
        if (definitions.length > 4 * USUAL_SIZE) {
            definitions = new AttributeDefinition<?>[USUAL_SIZE];
            values = new Object[USUAL_SIZE];
        }
    }

    @SuppressWarnings("unchecked") // values enter through setters that take the definition's own type
    static <T> void apply(SpanBuilder builder, AttributeDefinition<T> definition, Object value) {
        builder.setAttribute(definition.key(), (T) value);
        for (int i = 0; i < definition.alsoSet().size(); i++) {
            builder.setAttribute(definition.alsoSet().get(i), (T) value);
        }
    }

    @SuppressWarnings("unchecked") // as above
    static <T> void apply(Span span, AttributeDefinition<T> definition, Object value) {
        span.setAttribute(definition.key(), (T) value);
        for (int i = 0; i < definition.alsoSet().size(); i++) {
            span.setAttribute(definition.alsoSet().get(i), (T) value);
        }
    }
}
