package io.sreobservability.aspects.engine;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An OpenTelemetry context that holds a span and is what that span hands down: one object, where usual contexts would take four.
 * It is made on top of what the context before it was made from, and forgets that context itself once the span is done; so a chain
 * of spans keeps nothing alive.
 */
final class SpanContextNode extends Inheritance implements Context {
    /** OpenTelemetry's own context class. Others (an agent's, say) do more than hold values, and are left alone. */
    private static final @Nullable Class<?> PLAIN = plainClass();

    /** The key is not public; a span that is asked to store itself tells it. */
    private static final @Nullable ContextKey<?> SPAN_KEY = spanKey();

    private final Context base;
    private final @Nullable Span span;

    /** What was current before the span; for the thread that left it, and only until the span is done. */
    private @Nullable Context before;

    private SpanContextNode(Context base, @Nullable Span span, Inheritance inheritance) {
        super(inheritance);
        this.base = base;
        this.span = span;
    }

    /** What a span hands down that starts in the context {@code before}; the other parameters are an {@link Inheritance}'s. */
    SpanContextNode(Context before, Span span, long clockOffset, Object[] entries) {
        super(clockOffset, entries);
        this.base = before instanceof SpanContextNode node ? node.base : before;
        this.span = span;
        this.before = before;
    }

    /** The context with the span and what it hands down: this very object, unless the context from before is not a plain one. */
    Context asContext() {
        return base.getClass() == PLAIN && SPAN_KEY != null
                ? this
                : base.with(KEY, new Inheritance(this)).with(span());
    }

    Span span() {
        return Objects.requireNonNull(span);
    }

    /** What was current before the span; {@code null} if nobody needs it any more. */
    @Nullable
    Context before() {
        return before;
    }

    /** The span is done: contexts below must not keep alive what was above. */
    void forgetBefore() {
        before = null;
    }

    @Override
    @SuppressWarnings("unchecked") // each of the two keys is stored with values of its own type only
    public <V> @Nullable V get(ContextKey<V> key) {
        if (key == SPAN_KEY && span != null) {
            return (V) span;
        }
        return key == KEY ? (V) this : base.get(key);
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        if (key == SPAN_KEY) {
            return new SpanContextNode(base, (Span) value, this);
        }
        if (key == KEY) {
            return new SpanContextNode(base, span, (Inheritance) value);
        }
        return new SpanContextNode(base.with(key, value), span, this);
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
