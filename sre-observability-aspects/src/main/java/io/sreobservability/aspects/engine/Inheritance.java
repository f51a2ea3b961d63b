package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.ContentFilter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a span hands down to the spans below it: the values of inherited attributes, and how far apart the two clocks were
 * when the first span of a trace began in this process. All spans below count by that, so a wall clock that is set back
 * meanwhile can't make a child start before its parent or a duration negative. It never changes. It travels in the OpenTelemetry
 * context and therefore to every thread the context is taken to.
 */
sealed class Inheritance permits SpanContextNode {
    static final ContextKey<Inheritance> KEY = ContextKey.named("sre-observability-inheritance");

    private static final Object[] NOTHING = new Object[0];

    private final long clockOffset;
    private final Object[] entries; // definition, value, definition, value, ...

    /**
     * The given clock and entries.
     *
     * @param clockOffset as {@link #clockOffset()} says it
     * @param entries as {@link #entriesBelow} makes them
     */
    Inheritance(long clockOffset, Object[] entries) {
        this.clockOffset = clockOffset;
        this.entries = entries;
    }

    /** The same as the other. */
    Inheritance(Inheritance other) {
        this(other.clockOffset, other.entries);
    }

    /** What the first span of a trace hands down if it sets nothing that is inherited. */
    static Inheritance startingNow(TimeSource time) {
        return new Inheritance(time.epochNanos() - time.nanoTime(), NOTHING);
    }

    /** What the spans above handed down, or {@code null} at the first span of a trace in this process. */
    static @Nullable Inheritance of(Context context) {
        return context instanceof SpanContextNode node ? node : context.get(KEY);
    }

    /**
     * What must be added to a moment of the clock that never jumps, in nanoseconds, to have it since 1970-01-01T00:00Z. The sum
     * is right although this number may be beyond what a long can hold.
     */
    long clockOffset() {
        return clockOffset;
    }

    /** The inherited value of this attribute, or {@code null}. */
    @Nullable
    Object find(AttributeDefinition<?> definition) {
        int index = indexOf(entries, entries.length, definition);
        return index < 0 ? null : entries[index + 1];
    }

    /** Sets every inherited attribute for which the span has no value of its own, content only while it is captured. */
    void applyMissing(SpanBuilder builder, SpanAttributes own, boolean captureContent) {
        boolean mayReplace = own.hasInherited();
        for (int i = 0; i < entries.length; i += 2) {
            AttributeDefinition<?> definition = (AttributeDefinition<?>) entries[i];
            if (!(mayReplace && own.find(definition) != null) && ContentFilter.admits(definition, captureContent)) {
                AttributeBuffer.apply(builder, definition, entries[i + 1]);
            }
        }
    }

    /** The same with these attributes; this very object if they add and change nothing. */
    Inheritance below(SpanAttributes own) {
        Object[] below = entriesBelow(this, own);
        return below == entries ? this : new Inheritance(clockOffset, below);
    }

    /** What a span with these attributes hands down; the very entries of those above if it adds and changes nothing. */
    static Object[] entriesBelow(@Nullable Inheritance above, SpanAttributes own) {
        Object[] known = above == null ? NOTHING : above.entries;
        int added = 0;
        boolean changed = false;
        for (int i = 0; i < own.size(); i++) {
            AttributeDefinition<?> definition = own.definition(i);
            if (definition.inherited()) {
                int index = indexOf(known, known.length, definition);
                added += index < 0 ? 1 : 0;
                changed |= index < 0 || !known[index + 1].equals(own.value(i));
            }
        }
        return changed ? merged(known, own, added) : known;
    }

    /** An attribute that the span sets twice is counted twice by the caller; the spare room is cut off. */
    private static Object[] merged(Object[] known, SpanAttributes own, int added) {
        Object[] merged = Arrays.copyOf(known, known.length + 2 * added);
        int used = known.length;
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
        return used == merged.length ? merged : Arrays.copyOf(merged, used);
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
