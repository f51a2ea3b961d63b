package io.sreobservability.aspects;

import org.jspecify.annotations.Nullable;

/**
 * Work that is measured by a span and tells it what only the work knows.
 *
 * @param <T> what it returns
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface SpanWork<T extends @Nullable Object, X extends Exception> {
    /**
     * Does the work, once.
     *
     * @param span takes attributes and failures; it is ended for you
     */
    T run(OpenSpan span) throws X;
}
