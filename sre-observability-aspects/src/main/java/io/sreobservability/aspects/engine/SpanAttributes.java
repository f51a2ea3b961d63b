package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.SpanBuilder;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.naming.SpanNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one span: fixed by its point, derived from its name, and set by its call, in this order; of two values for
 * one key the later counts. Only what the call sets is copied. Reused for the next span. Not thread-safe.
 */
final class SpanAttributes {
    private final AttributeBuffer own = new AttributeBuffer();
    private FixedAttributes fixed = FixedAttributes.NONE;
    private List<AttributeDefinition<String>> derivedDefinitions = List.of();
    private List<String> derivedValues = List.of();
    private int derivedSize;

    /**
     * Begins with what every span of the point has. What is the same as for the last call is not written again: a reference
     * stored into an object that lives long costs the garbage collector's barrier, and there G1 stalls the processor.
     */
    void open(SpanPoint point, boolean captureContent) {
        FixedAttributes ofPoint = point.fixed(captureContent);
        if (fixed != ofPoint) {
            fixed = ofPoint;
        }
        derivedSize = 0;
    }

    /** Adds what follows from the span's name. */
    void named(SpanPoint point, SpanNames names) {
        List<String> values = names.derived();
        if (derivedValues != values) {
            derivedDefinitions = point.derivedDefinitions();
            derivedValues = values; // last: what breaks off half-way is done again
        }
        derivedSize = values.size();
    }

    void add(AttributeDefinition<?> definition, Object value) {
        own.add(definition, value);
    }

    /** Adds a value, in place of an earlier one of the same key. */
    void replace(AttributeDefinition<?> definition, Object value) {
        own.replace(definition, value);
    }

    /** The latest value of this attribute, or {@code null}. */
    @Nullable
    Object find(AttributeDefinition<?> definition) {
        Object set = own.find(definition);
        if (set != null) {
            return set;
        }
        for (int i = derivedSize - 1; i >= 0; i--) {
            if (definition.hasKeyOf(derivedDefinitions.get(i))) {
                return derivedValues.get(i);
            }
        }
        return fixed.find(definition);
    }

    void applyTo(SpanBuilder builder) {
        fixed.applyTo(builder);
        for (int i = 0; i < derivedSize; i++) {
            AttributeBuffer.apply(builder, derivedDefinitions.get(i), derivedValues.get(i));
        }
        own.applyTo(builder);
    }

    /** Whether there is anything that spans below inherit. */
    boolean hasInherited() {
        for (int i = 0; i < size(); i++) {
            if (definition(i).inherited()) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return fixed.size() + own.size() + derivedSize;
    }

    AttributeDefinition<?> definition(int index) {
        int further = index - fixed.size();
        if (further < 0) {
            return fixed.definition(index);
        }
        return further < derivedSize ? derivedDefinitions.get(further) : own.definition(further - derivedSize);
    }

    Object value(int index) {
        int further = index - fixed.size();
        if (further < 0) {
            return fixed.value(index);
        }
        return further < derivedSize ? derivedValues.get(further) : own.value(further - derivedSize);
    }

    /** What the call has set: definition, value, definition, value, ... */
    Object[] own() {
        return own.toArray();
    }

    /** Adds what {@link #own} of another said. */
    void addAll(Object[] definitionsAndValues) {
        for (int i = 0; i < definitionsAndValues.length; i += 2) {
            own.add((AttributeDefinition<?>) definitionsAndValues[i], definitionsAndValues[i + 1]);
        }
    }

    /** Forgets what the call has set. */
    void clear() {
        own.clear();
        derivedSize = 0;
    }
}
