package io.sreobservability.aspects;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.engine.SpanFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values of attributes that belong together, to be put on spans in one call. A value of another type than its attribute's
 * does not compile. Immutable. Of two values for one attribute the later counts.
 */
public final class AttributeSet {
    /** No values. */
    public static final AttributeSet EMPTY = new AttributeSet(List.of());

    private final List<Consumer<SpanFrame>> values;

    private AttributeSet(List<Consumer<SpanFrame>> values) {
        this.values = List.copyOf(values);
    }

    /** This set and one more value; {@code null} adds nothing. */
    public <T> AttributeSet with(AttributeDefinition<T> attribute, @Nullable T value) {
        return and(frame -> frame.set(attribute, value));
    }

    /**
     * This set and one more value, written as a JSON document when it is put on a span.
     *
     * @param value a map, collection, array, string, number, boolean, enum or {@code null}; anything else appears as its
     *     class name
     */
    public AttributeSet withJson(AttributeDefinition<String> attribute, @Nullable Object value) {
        return and(frame -> frame.setJson(attribute, value));
    }

    /** Both sets. */
    public AttributeSet with(AttributeSet further) {
        return and(further::putOn);
    }

    void putOn(SpanFrame frame) {
        values.forEach(value -> value.accept(frame));
    }

    private AttributeSet and(Consumer<SpanFrame> value) {
        List<Consumer<SpanFrame>> all = new ArrayList<>(values);
        all.add(value);
        return new AttributeSet(all);
    }
}
