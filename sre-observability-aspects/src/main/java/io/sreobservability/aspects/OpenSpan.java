package io.sreobservability.aspects;

import io.sreobservability.aspects.attribute.AttributeDefinition;
import io.sreobservability.aspects.engine.HeldFrame;
import io.sreobservability.aspects.engine.HeldSpans;
import io.sreobservability.aspects.engine.SpanHolder;
import io.sreobservability.aspects.engine.SpanPoint;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A span that lasts until {@link #close()}, for code that can't be a lambda. Best used in a {@code try} with resources. While
 * telemetry is off it does nothing. Thread-safe; no method throws.
 *
 * <p>While it is open, what begins on the thread that started it is inside of it.
 *
 * <ul>
 *   <li>Closed twice: the second time does nothing, and so does whatever is set after the first.
 *   <li>Closed while something on its thread is inside: the span ends now; what is inside goes on, and when it is over, the
 *       context from before is back.
 *   <li>Closed on another thread: the span ends now, and that thread's context stays. The thread that started it gets its
 *       context back when the next span begins or ends there.
 *   <li>Never closed: the span is never sent. When the call around it is left, or once nobody has the span any more and a
 *       garbage collection has found that out, the thread has its context back and keeps nothing.
 * </ul>
 */
public final class OpenSpan implements AutoCloseable {
    /** Where there is no room on the stack to start a span. */
    static final OpenSpan NONE = new OpenSpan();

    private final @Nullable HeldFrame frame;

    /** The frame asks it, and lets go of it once nobody has this span any more. */
    private final SpanHolder holder = () -> this.done;

    /** Set without calling a method where the stack has overflowed. */
    volatile boolean done;

    private OpenSpan() {
        frame = null;
    }

    OpenSpan(SpanPoint point, String[] words, AttributeSet values, @Nullable Long startNano) {
        HeldFrame opened = null;
        try {
            opened = HeldSpans.open(point, holder, words);
            if (opened != null) {
                values.putOn(opened);
                if (startNano != null) {
                    opened.startedAt(startNano);
                }
                opened.start();
            }
        } catch (Throwable noRoom) {
            done = true; // nobody else gets to know of it, so the thread takes it off by itself
        }
        this.frame = opened;
    }

    /** Sets an attribute; {@code null} sets nothing. Spans inside inherit only what was set before the start. */
    public <T> OpenSpan set(AttributeDefinition<T> attribute, @Nullable T value) {
        return tell(open -> open.set(attribute, value));
    }

    /** Sets a whole-number attribute. */
    public OpenSpan set(AttributeDefinition<Long> attribute, long value) {
        return tell(open -> open.setLong(attribute, value));
    }

    /** Sets an attribute to a JSON document; see {@link AttributeSet#withJson}. */
    public OpenSpan setJson(AttributeDefinition<String> attribute, @Nullable Object value) {
        return tell(open -> open.setJson(attribute, value));
    }

    /** Sets every attribute of the set. */
    public OpenSpan set(AttributeSet values) {
        return tell(values::putOn);
    }

    /**
     * Says that the work failed although it threw nothing.
     *
     * @param type a class name or an error code; anything else, as {@code null} or a message, becomes {@code _OTHER}
     */
    public OpenSpan error(@Nullable String type) {
        return tell(open -> open.error(type));
    }

    /** Says that the work failed by this exception. */
    public OpenSpan fail(Throwable failure) {
        return tell(open -> HeldSpans.fail(open, failure));
    }

    /** Ends the span and records its metrics. */
    @Override
    public void close() {
        if (frame != null && finish()) {
            HeldSpans.leave(frame);
            frame.end();
        }
    }

    /** Ends the span of work that is over, with whatever it left open on this thread. */
    void closeWithAllInside() {
        if (frame != null && finish()) {
            HeldSpans.leaveWithAllInside(frame);
            frame.end();
        }
    }

    /** Leaves the span of work that has returned and ends it when the stage completes. */
    void closeWhenComplete(@Nullable CompletionStage<?> stage) {
        if (frame != null && finish()) {
            HeldSpans.endWhenComplete(frame, stage);
        }
    }

    /** Whether this call is the first to say so. */
    private synchronized boolean finish() {
        boolean first = !done;
        done = true;
        return first;
    }

    private synchronized OpenSpan tell(Consumer<HeldFrame> what) {
        if (frame != null && !done) {
            what.accept(frame);
        }
        return this;
    }
}
