package io.sreobservability.aspects.engine;

import org.jspecify.annotations.Nullable;

/** Reads what a span tells about the value that an asynchronous result completed with. Generated per method. */
@FunctionalInterface
public interface CompletionReader {
    /** Reads nothing: for methods whose span takes nothing from their result. */
    CompletionReader NOTHING = (frame, value) -> {};

    /**
     * Passes values on to the frame. Called once, on the thread that completes the result; what it throws costs only the
     * values that were not read yet.
     *
     * @param value what the result completed with
     */
    void read(SpanFrame frame, @Nullable Object value);
}
