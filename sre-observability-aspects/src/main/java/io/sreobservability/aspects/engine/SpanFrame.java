package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.content.ContentFilter;
import io.sreobservability.aspects.content.JsonSink;
import io.sreobservability.aspects.naming.EnumNames;
import io.sreobservability.aspects.naming.SpanNames;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call of an annotated method, as its generated binding sees it: between enter and {@link #start()} the binding
 * passes what it reads from the parameters, between exit and {@link #end()} what it reads from the result. A binding must
 * not keep the frame; it is reused for later calls. Belongs to one thread. No method throws.
 */
public sealed class SpanFrame permits HeldFrame {
    private enum Phase {
        FREE,
        ENTERED,
        STARTED,
        LEFT
    }

    private static final @Nullable String[] NO_PARTS = new String[0];

    private final FrameStack stack;
    private final ActiveSpan active = new ActiveSpan();
    private final ThreadState thread = new ThreadState();
    private @Nullable String[] parts = NO_PARTS;
    private @Nullable JsonSink json;
    private Phase phase = Phase.FREE;
    private boolean detached; // off its thread's stack, because the work goes on after the method has returned
    private int skippedCalls; // open calls of the same point, inside this one, that began while telemetry was off

    SpanFrame(FrameStack stack) {
        this.stack = stack;
    }

    /** Gives the value of a placeholder in the span's name. */
    public void namePart(String placeholder, @Nullable String value) {
        try {
            int index = active.point().naming().indexOf(placeholder);
            if (index >= 0) {
                parts[index] = value;
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Gives the value of a placeholder in the span's name: the constant's name in lower case. */
    public void namePart(String placeholder, @Nullable Enum<?> value) {
        try {
            namePart(placeholder, value == null ? null : EnumNames.lowerCase(value));
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a text attribute, redacted and cut as its definition asks; {@code null} sets nothing. */
    public void setString(AttributeDefinition<String> attribute, @Nullable String value) {
        try {
            if (value != null && attribute.json()) {
                // Cutting text that happens to be JSON would break it: it is written as one JSON string instead.
                setJson(attribute, value);
            } else if (value != null) {
                put(attribute, ContentFilter.text(attribute, value, EngineState.captureContent()));
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets an attribute of any type; {@code null} sets nothing. */
    @SuppressWarnings("unchecked") // a definition that takes a String is one of String
    public <T> void set(AttributeDefinition<T> attribute, @Nullable T value) {
        if (value instanceof String text) {
            setString((AttributeDefinition<String>) attribute, text);
        } else if (value != null && wants(attribute)) {
            put(attribute, value);
        }
    }

    /** Sets a text attribute to the constant's name in lower case; {@code null} sets nothing. */
    public void setEnum(AttributeDefinition<String> attribute, @Nullable Enum<?> value) {
        try {
            setString(attribute, value == null ? null : EnumNames.lowerCase(value));
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a whole-number attribute. */
    public void setLong(AttributeDefinition<Long> attribute, long value) {
        try {
            if (ContentFilter.admits(attribute, EngineState.captureContent())) {
                put(attribute, value);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a floating-point attribute. */
    public void setDouble(AttributeDefinition<Double> attribute, double value) {
        try {
            if (ContentFilter.admits(attribute, EngineState.captureContent())) {
                put(attribute, value);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Sets a yes/no attribute. */
    public void setBoolean(AttributeDefinition<Boolean> attribute, boolean value) {
        try {
            if (ContentFilter.admits(attribute, EngineState.captureContent())) {
                put(attribute, value);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Whether a value of this attribute may leave now; if not, a binding reads nothing of it. */
    public boolean wants(AttributeDefinition<?> attribute) {
        return phase != Phase.FREE && ContentFilter.admits(attribute, EngineState.captureContent());
    }

    /**
     * Begins the JSON document of an attribute that the frame {@linkplain #wants wants}; {@link #endJson} sets it. There is
     * one sink for each frame, so documents are written one after the other.
     */
    public JsonSink beginJson(AttributeDefinition<String> attribute) {
        JsonSink sink = json;
        if (sink == null) {
            sink = new JsonSink();
            json = sink;
        }
        ContentFilter.open(sink, attribute);
        return sink;
    }

    /** Sets a text attribute to the document that was written since {@link #beginJson}. */
    public void endJson(AttributeDefinition<String> attribute) {
        try {
            JsonSink sink = json;
            if (sink != null) {
                put(attribute, ContentFilter.close(sink));
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Swallows what a value threw while it was read: it costs its attribute only. */
    public void dropValue(Throwable thrown) {
        EngineState.faults().record(thrown);
    }

    /**
     * Sets a text attribute to a JSON document: of a map, collection, array, string, number, boolean, enum, a type of {@code
     * java.time}, or {@code null}. Any other object appears as its class name.
     */
    public void setJson(AttributeDefinition<String> attribute, @Nullable Object value) {
        try {
            if (wants(attribute)) {
                beginJson(attribute).value(value);
                endJson(attribute);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Starts the span; called when all parameters are read, before the method's body runs. */
    public void start() {
        if (phase != Phase.ENTERED) {
            return;
        }
        phase = Phase.STARTED;
        try {
            SpanNames names = active.point().naming().resolve(parts);
            if (names.normalised()) {
                EngineState.counters().normalisedName();
            }
            startSpan(names);
            active.makeCurrent();
            if (active.lacksRequired(EngineState.captureContent())) {
                EngineState.counters().incompleteSpan();
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    private void startSpan(SpanNames names) {
        Context current = Context.current();
        thread.save(current);
        try {
            active.start(names, current, stack.timestamps());
        } finally {
            thread.restore();
        }
    }

    /**
     * Says that the method failed although it returned.
     *
     * @param type a class name or an error code; anything else, as {@code null} or a message, becomes {@code _OTHER}
     */
    public void error(@Nullable String type) {
        try {
            if (phase != Phase.FREE) {
                active.fail(ErrorTypes.ofValue(type));
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Ends the span at the moment the method was left, and records its metrics. */
    public void end() {
        if (phase != Phase.LEFT) {
            return;
        }
        // First of all: should the rest run out of stack, nobody may take this span for one that has yet to end.
        phase = Phase.FREE;
        finish();
        recycle();
    }

    /** Makes the frame free for the next call. */
    void recycle() {
        if (detached) {
            clear();
        } else {
            stack.pop(this);
        }
    }

    /**
     * Ends the span when the stage completes, at once if it already has. The stage is only observed: nobody gets another
     * one in its place, and a cancellation reaches whom it would have reached.
     *
     * @param stage what the method returned; {@code null} ends the span now
     * @param reader reads attributes and failure from the value that the stage completes with
     */
    public void endWhenComplete(@Nullable CompletionStage<?> stage, CompletionReader reader) {
        if (phase != Phase.LEFT) {
            return;
        }
        if (stage == null) {
            end();
            return;
        }
        SpanCompletion completion = new SpanCompletion(this, reader);
        try {
            stack.detach(this);
            detached = true;
            stage.whenComplete(completion);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            completion.giveUp();
        }
    }

    /** The stage has completed: ends the span with its outcome. */
    void complete(@Nullable Object value, @Nullable Throwable thrown, CompletionReader reader) {
        stopClock();
        try {
            if (thrown == null) {
                reader.read(this, value);
            } else if (thrown instanceof CancellationException) {
                active.cancel();
            } else {
                active.fail(thrown);
            }
        } catch (Throwable inTelemetry) {
            EngineState.faults().record(inTelemetry);
        }
        end();
    }

    /** Gives the words of the placeholders, in the order in which they stand in the span's name. */
    void nameParts(@Nullable String[] words) {
        System.arraycopy(words, 0, parts, 0, Math.min(words.length, parts.length));
    }

    void open(SpanPoint point, Telemetry telemetry) {
        active.open(point, telemetry);
        int count = point.naming().placeholderCount();
        if (parts.length != count) {
            parts = count == 0 ? NO_PARTS : new String[count];
        }
        phase = Phase.ENTERED;
    }

    SpanPoint point() {
        return active.point();
    }

    /** Whether this is a call of {@code point} that has not been left. */
    boolean isInside(SpanPoint point) {
        return (phase == Phase.STARTED || phase == Phase.ENTERED) && active.point() == point;
    }

    void skipCall() {
        skippedCalls++;
    }

    /** Whether the exit belongs to a skipped call, which is over with it. */
    boolean leaveSkippedCall() {
        boolean skipped = skippedCalls > 0;
        skippedCalls -= skipped ? 1 : 0;
        return skipped;
    }

    /** The method is left: the context from before is back, and its time is over. */
    void leave() {
        phase = Phase.LEFT;
        detachContext();
        stopClock();
    }

    /** The work is over; the context may stay for a while. */
    void release() {
        phase = Phase.LEFT;
        stopClock();
    }

    ActiveSpan active() {
        return active;
    }

    /** Whether nobody has said yet that the work is over. */
    boolean isOpen() {
        return true;
    }

    boolean isAttached() {
        return active.isAttached();
    }

    /** Whether the method was left, but its context stayed behind. */
    boolean isHalfLeft() {
        return phase == Phase.LEFT && active.isAttached();
    }

    void forceContextBack() {
        try {
            active.forceContextBack();
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    void detachContext() {
        try {
            active.detachContext();
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    void stopClock() {
        try {
            active.stopClock();
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    void fail(Throwable exception) {
        try {
            active.fail(exception);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Closes a frame whose exit never came. Its duration is not the method's, so it makes no metrics. */
    void abandon() {
        detachContext();
        if (phase != Phase.LEFT) {
            stopClock();
        }
        endSpan();
        clear();
    }

    /** Finishes what a binding began and could not end, because a user's accessor threw in between. */
    void finishInterrupted() {
        if (phase == Phase.ENTERED) {
            start();
        } else if (phase == Phase.LEFT) {
            end();
        }
    }

    void clear() {
        phase = Phase.FREE;
        detached = false;
        skippedCalls = 0;
        Arrays.fill(parts, null);
        active.clear();
    }

    private void finish() {
        try {
            thread.save(Context.current());
            try {
                endSpan();
                active.recordMetrics();
            } finally {
                thread.restore();
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    private void endSpan() {
        try {
            active.end();
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Once the span has ended, values of a binding that still goes on belong to nothing. */
    private void put(AttributeDefinition<?> attribute, @Nullable Object value) {
        if (value != null && phase != Phase.FREE) {
            active.set(attribute, value);
        }
    }
}
