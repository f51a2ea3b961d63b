package io.sreobservability.aspects.engine;

/** The engine's callback. */
public interface CompletionReader {
    CompletionReader NOTHING = (frame, value) -> SpanEngine.LOG.add("nothing to read");

    void read(SpanFrame frame, Object value);
}
