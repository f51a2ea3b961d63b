package io.sreobservability.aspects;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.engine.SpanPoint;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A span before it starts: its name, and the attributes that it starts with. Immutable; each use makes a new span.
 *
 * <p>Measured work runs once, on the calling thread, whatever telemetry does. What it returns is returned and what it throws is
 * thrown, the very same object; an exception marks the span as failed.
 */
public final class SpanCall {
    private final SpanPoint point;
    private final String[] words;
    private final AttributeSet values;
    private final @Nullable Long startNano;

    SpanCall(SpanPoint point, String[] words, AttributeSet values) {
        this(point, words, values, null);
    }

    private SpanCall(SpanPoint point, String[] words, AttributeSet values, @Nullable Long startNano) {
        this.point = point;
        this.words = words;
        this.values = values;
        this.startNano = startNano;
    }

    /** Adds an attribute; {@code null} adds nothing. Spans inside inherit it if its definition says so. */
    public <T> SpanCall with(AttributeDefinition<T> attribute, @Nullable T value) {
        return with(values.with(attribute, value), startNano);
    }

    /** Adds a whole-number attribute. */
    public SpanCall with(AttributeDefinition<Long> attribute, long value) {
        return with(attribute, Long.valueOf(value));
    }

    /** Adds an attribute that is written as a JSON document; see {@link AttributeSet#withJson}. */
    public SpanCall withJson(AttributeDefinition<String> attribute, @Nullable Object value) {
        return with(values.withJson(attribute, value), startNano);
    }

    /** Adds every attribute of the set. */
    public SpanCall with(AttributeSet further) {
        return with(values.with(further), startNano);
    }

    /**
     * For work of which is known only afterwards that it shall have a span: it has begun already, and spans of what it did
     * until now are not inside of this one.
     *
     * @param nanoTime what {@link System#nanoTime()} gave when it began
     */
    public SpanCall startedAt(long nanoTime) {
        return with(values, nanoTime);
    }

    private SpanCall with(AttributeSet newValues, @Nullable Long newStartNano) {
        return new SpanCall(point, words, newValues, newStartNano);
    }

    /** Measures work that returns a value. */
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        return callWith(span -> work.call());
    }

    /** Measures work that returns nothing. */
    public void run(Runnable work) {
        callWith(span -> {
            work.run();
            return span;
        });
    }

    /** Measures work that sets attributes, or says that it failed although it returned. */
    public <T extends @Nullable Object, X extends Exception> T callWith(SpanWork<T, X> work) throws X {
        return measure(work, (span, result) -> span.closeWithAllInside());
    }

    /**
     * Measures work that goes on after it has returned a stage: the span ends when the stage completes. The stage is only
     * observed and returned as it is. A cancellation is neither a success nor a failure.
     */
    public <S extends @Nullable CompletionStage<?>> S callAsync(Supplier<S> work) {
        return measure(span -> work.get(), OpenSpan::closeWhenComplete);
    }

    /** Starts the span, which lasts until it is closed. */
    public OpenSpan start() {
        return new OpenSpan(point, words, values, startNano);
    }

    /** Telemetry throws only where the stack overflows; then there is no room to do more than to set a field. */
    private <T extends @Nullable Object, X extends Exception> T measure(
            SpanWork<T, X> work, BiConsumer<OpenSpan, T> onReturn) throws X {
        OpenSpan span = OpenSpan.NONE;
        try {
            span = start();
        } catch (Throwable noRoom) {
            // The work may need less of the stack than its span.
        }
        T result;
        try {
            result = work.run(span);
        } catch (Throwable thrown) {
            try {
                span.fail(thrown).closeWithAllInside();
            } catch (Throwable noRoom) {
                span.done = true;
            }
            throw thrown;
        }
        try {
            onReturn.accept(span, result);
        } catch (Throwable noRoom) {
            span.done = true;
        }
        return result;
    }
}
