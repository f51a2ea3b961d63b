package io.sreobservability.aspects.engine;

/** Whoever ends a span that no method's exit ends. Its frame does not keep it alive. */
@FunctionalInterface
public interface SpanHolder {
    /** Whether the span has been ended, on whatever thread; once {@code true}, always {@code true}. Must not throw. */
    boolean isDone();
}
