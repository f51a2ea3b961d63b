package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * An OpenTelemetry context that holds a span and what it hands down in one object, where the usual one would be copied twice.
 * It never holds the context it was made from, but what that one was made from; so a chain of spans keeps nothing alive.
 */
final class SpanContextNode implements Context {
    /** OpenTelemetry's own context class. Others (an agent's, say) do more than hold values, and are left alone. */
    private static final @Nullable Class<?> PLAIN = plainClass();

    /** The key is not public; a span that is asked to store itself tells it. */
    private static final @Nullable ContextKey<?> SPAN_KEY = spanKey();

    private final Context base;
    private final @Nullable Object span;
    private final @Nullable Inheritance inheritance;

    private SpanContextNode(Context base, @Nullable Object span, @Nullable Inheritance inheritance) {
        this.base = base;
        this.span = span;
        this.inheritance = inheritance;
    }

    /** The context with what spans below inherit, ready to take a span. */
    static Context with(Context context, Inheritance inheritance) {
        return context instanceof SpanContextNode || context.getClass() != PLAIN
                ? context.with(Inheritance.KEY, inheritance)
                : new SpanContextNode(context, null, inheritance);
    }

    @Override
    @SuppressWarnings("unchecked") // each of the two keys is stored with values of its own type only
    public <V> @Nullable V get(ContextKey<V> key) {
        if (key == SPAN_KEY && span != null) {
            return (V) span;
        }
        if (key == Inheritance.KEY && inheritance != null) {
            return (V) inheritance;
        }
        return base.get(key);
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        if (key == SPAN_KEY) {
            return new SpanContextNode(base, value, inheritance);
        }
        if (key == Inheritance.KEY) {
            return new SpanContextNode(base, span, (Inheritance) value);
        }
        return new SpanContextNode(base.with(key, value), span, inheritance);
    }

    @Override
    public String toString() {
        return "{span=" + span + ", " + base + "}";
    }

    private static @Nullable Class<?> plainClass() {
        Class<?> type = Context.root().getClass();
        return type.getName().equals("io.opentelemetry.context.ArrayBasedContext") ? type : null;
    }

    private static @Nullable ContextKey<?> spanKey() {
        KeyCatcher catcher = new KeyCatcher();
        Span.getInvalid().storeInContext(catcher);
        return catcher.caught;
    }

    /** Holds nothing and remembers the key. */
    private static final class KeyCatcher implements Context {
        private @Nullable ContextKey<?> caught;

        @Override
        public <V> @Nullable V get(ContextKey<V> key) {
            return null;
        }

        @Override
        public <V> Context with(ContextKey<V> key, V value) {
            caught = key;
            return this;
        }
    }
}
