package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.ContentFilter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a span hands down to the spans below it: the values of inherited attributes, and one moment on both clocks, taken
 * at the first span of a trace in this process. All spans below count from that moment, so a wall clock that is set back
 * meanwhile can't make a child start before its parent or a duration negative. Immutable. It travels in the OpenTelemetry
 * context and therefore to every thread the context is taken to.
 */
final class Inheritance {
    static final ContextKey<Inheritance> KEY = ContextKey.named("sre-observability-inheritance");

    private static final Object[] NOTHING = new Object[0];

    private final long anchorEpochNanos;
    private final long anchorNanoTime;
    private final Object[] entries; // definition, value, definition, value, ...

    private Inheritance(long anchorEpochNanos, long anchorNanoTime, Object[] entries) {
        this.anchorEpochNanos = anchorEpochNanos;
        this.anchorNanoTime = anchorNanoTime;
        this.entries = entries;
    }

    /** What the spans above handed down, or {@code null} at the first span of a trace in this process. */
    static @Nullable Inheritance of(Context context) {
        return context.get(KEY);
    }

    /** What the first span of a trace hands down if it sets nothing that is inherited. */
    static Inheritance startingNow(TimeSource time) {
        return new Inheritance(time.epochNanos(), time.nanoTime(), NOTHING);
    }

    /** A moment of the clock that never jumps, in nanoseconds since 1970-01-01T00:00Z. */
    long epochNanosAt(long nanoTime) {
        return anchorEpochNanos + (nanoTime - anchorNanoTime);
    }

    /** The moment from which the trace counts, on the clock that never jumps. */
    long anchorNanoTime() {
        return anchorNanoTime;
    }

    /** The inherited value of this attribute, or {@code null}. */
    @Nullable
    Object find(AttributeDefinition<?> definition) {
        int index = indexOf(definition);
        return index < 0 ? null : entries[index + 1];
    }

    /** Sets every inherited attribute for which the span has no value of its own, content only while it is captured. */
    void applyMissing(SpanBuilder builder, AttributeBuffer own, boolean captureContent) {
        for (int i = 0; i < entries.length; i += 2) {
            AttributeDefinition<?> definition = (AttributeDefinition<?>) entries[i];
            if (own.find(definition) == null && ContentFilter.admits(definition, captureContent)) {
                AttributeBuffer.apply(builder, definition, entries[i + 1]);
            }
        }
    }

    /** What a span with these attributes hands down; this very object if it adds and changes nothing. */
    Inheritance below(AttributeBuffer own) {
        int added = 0;
        boolean changed = false;
        for (int i = 0; i < own.size(); i++) {
            if (own.definition(i).inherited()) {
                Object known = find(own.definition(i));
                added += known == null ? 1 : 0;
                changed |= known == null || !known.equals(own.value(i));
            }
        }
        return changed ? with(own, added) : this;
    }

    /** An attribute that the span sets twice is counted twice by the caller; the spare room is cut off. */
    private Inheritance with(AttributeBuffer own, int added) {
        Object[] merged = Arrays.copyOf(entries, entries.length + 2 * added);
        int used = entries.length;
        for (int i = 0; i < own.size(); i++) {
            AttributeDefinition<?> definition = own.definition(i);
            if (definition.inherited()) {
                int index = indexOf(merged, used, definition);
                if (index < 0) {
                    index = used;
                    used += 2;
                }
                merged[index] = definition;
                merged[index + 1] = own.value(i);
            }
        }
        return new Inheritance(
                anchorEpochNanos, anchorNanoTime, used == merged.length ? merged : Arrays.copyOf(merged, used));
    }

    private int indexOf(AttributeDefinition<?> definition) {
        return indexOf(entries, entries.length, definition);
    }

    private static int indexOf(Object[] entries, int used, AttributeDefinition<?> definition) {
        for (int i = 0; i < used; i += 2) {
            if (definition.hasKeyOf((AttributeDefinition<?>) entries[i])) {
                return i;
            }
        }
        return -1;
    }
}
