package io.sreobservability.aspects.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To everybody else our context is one like any other. */
class SpanContextNodeTest {
    private static final ContextKey<String> FOREIGN = ContextKey.named("foreign");
    private static final AttributeDefinition<String> USER =
            AttributeDefinition.string("sre.user_id").inherited().build();

    private final Context ours = new SpanContextNode(
            Context.root().with(FOREIGN, "kept"), Span.getInvalid(), 0, new Object[] {USER, "alice"});

    @Test
    void itHoldsTheSpanTheInheritanceAndWhatWasThereBefore() {
        Span span = span("0000000000000001");
        Context withSpan = ours.with(span);

        assertThat(Span.fromContext(withSpan)).isSameAs(span);
        assertThat(InheritedAttributes.find(withSpan, USER)).isEqualTo("alice");
        assertThat(withSpan.get(FOREIGN)).isEqualTo("kept");
        assertThat(Span.fromContext(ours)).isSameAs(Span.getInvalid());
    }

    @Test
    void othersMayPutTheirOwnOnTop() {
        Span above = span("0000000000000001");
        Span below = span("0000000000000002");
        Context context = ours.with(above)
                .with(FOREIGN, "changed")
                .with(Baggage.builder().put("a", "b").build())
                .with(below);

        assertThat(Span.fromContext(context)).isSameAs(below);
        assertThat(context.get(FOREIGN)).isEqualTo("changed");
        assertThat(Baggage.fromContext(context).getEntryValue("a")).isEqualTo("b");
        assertThat(InheritedAttributes.find(context, USER)).isEqualTo("alice");
        assertThat(ours.get(FOREIGN)).isEqualTo("kept");
    }

    @Test
    void aChainOfSpansKeepsNoneOfItsEarlierLinksAlive() throws InterruptedException {
        Span first = span("0000000000000001");
        WeakReference<Span> earlier = new WeakReference<>(first);
        Context context = ours.with(first);
        first = span("0000000000000002");
        for (int i = 0; i < 10; i++) {
            context = InheritedAttributes.with(context.with(first), USER, "user " + i);
        }
        for (int i = 0; i < 50 && earlier.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(earlier.get()).isNull();
        assertThat(Span.fromContext(context)).isSameAs(first);
    }

    /** As an agent's: it holds what another one holds, and is not OpenTelemetry's own. */
    private record Wrapped(Context inner) implements Context {
        @Override
        public <V> @Nullable V get(ContextKey<V> key) {
            return inner.get(key);
        }

        @Override
        public <V> Context with(ContextKey<V> key, V value) {
            return new Wrapped(inner.with(key, value));
        }
    }

    @Test
    void aForeignContextStaysOneAndHoldsTheSameThings() {
        Span span = span("0000000000000001");
        Context context = new SpanContextNode(
                        new Wrapped(Context.root().with(FOREIGN, "kept")), span, 0, new Object[] {USER, "alice"})
                .asContext();

        assertThat(context).isInstanceOf(Wrapped.class);
        assertThat(Span.fromContext(context)).isSameAs(span);
        assertThat(InheritedAttributes.find(context, USER)).isEqualTo("alice");
        assertThat(context.get(FOREIGN)).isEqualTo("kept");
    }

    @Test
    void aChainOfSpansInForeignContextsKeepsNoneOfItsEarlierLinksAlive() {
        Span first = span("0000000000000001");
        WeakReference<Span> earlier = new WeakReference<>(first);
        Context context = new Wrapped(Context.root());
        for (int i = 0; i < 10; i++) {
            SpanContextNode node = new SpanContextNode(context, first, 0, new Object[] {USER, "user " + i});
            context = node.asContext();
            node.forgetBefore();
            first = span("0000000000000002");
        }
        for (int i = 0; i < 50 && earlier.get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }

        assertThat(earlier.get()).isNull();
        assertThat(InheritedAttributes.find(context, USER)).isEqualTo("user 9");
    }

    private static Span span(String spanId) {
        return Span.wrap(SpanContext.create(
                "00000000000000000000000000000001", spanId, TraceFlags.getSampled(), TraceState.getDefault()));
    }
}
