package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that travel in a context and are handed to every span below it, without a span that sets them: what came over
 * a wire, say. No method throws.
 */
public final class InheritedAttributes {
    private InheritedAttributes() {}

    /** The value that spans below this context inherit, or {@code null}. */
    @SuppressWarnings("unchecked") // values enter with their definition, and a key has one type
    public static <T> @Nullable T find(Context context, AttributeDefinition<T> attribute) {
        try {
            Inheritance above = Inheritance.of(context);
            return above == null ? null : (T) above.find(attribute);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            return null;
        }
    }

    /**
     * A context whose spans inherit this value, in place of one that they would have inherited. An attribute that is not
     * inherited changes nothing. The value is taken as it is: the caller has checked it.
     */
    public static <T> Context with(Context context, AttributeDefinition<T> attribute, T value) {
        try {
            Inheritance above = Inheritance.of(context);
            SpanAttributes own = new SpanAttributes();
            own.add(attribute, value);
            Inheritance anchor = above == null ? Inheritance.startingNow(TimeSource.SYSTEM) : above;
            Inheritance below = anchor.below(own);
            return below == above ? context : context.with(Inheritance.KEY, below);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            return context;
        }
    }
}
