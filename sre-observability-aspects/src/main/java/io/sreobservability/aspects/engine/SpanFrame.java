package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import io.sreobservability.aspects.naming.SpanNames;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call of an annotated method, as its generated binding sees it: between enter and {@link #start()} the binding
 * passes what it reads from the parameters, between exit and {@link #end()} what it reads from the result. A binding must
 * not keep the frame; it is reused for later calls. Belongs to one thread. No method throws.
 */
public sealed class SpanFrame extends SpanValues permits HeldFrame {
    // Numbers, not an enum: a reference stored into an object that lives long costs the garbage collector's barrier.
    private static final int FREE = 0;
    private static final int ENTERED = 1;
    private static final int STARTED = 2;
    private static final int LEFT = 3;

    private final FrameStack stack;
    private final ActiveSpan active = new ActiveSpan();
    private int phase = FREE;
    private boolean interrupted; // before anything was read for this span, which may swallow an interrupt
    private int skippedCalls; // open calls of the same point, inside this one, that began while telemetry was off

    SpanFrame(FrameStack stack) {
        this.stack = stack;
    }

    /** Starts the span; called when all parameters are read, before the method's body runs. */
    public void start() {
        if (phase != ENTERED) {
            return;
        }
        phase = STARTED;
        try {
            SpanNames names = active.point().naming().resolve(nameParts());
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
        Thread thread = Thread.currentThread();
        ClassLoader classLoader = thread.getContextClassLoader();
        try {
            active.start(names, current, stack);
        } finally {
            ThreadState.restore(thread, interrupted, classLoader, current);
        }
    }

    /**
     * Says that the method failed although it returned.
     *
     * @param type a class name or an error code; anything else, as {@code null} or a message, becomes {@code _OTHER}
     */
    public void error(@Nullable String type) {
        try {
            if (phase != FREE) {
                active.fail(ErrorTypes.ofValue(type));
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /** Ends the span at the moment the method was left, and records its metrics. */
    public void end() {
        if (phase != LEFT) {
            return;
        }
        // First of all: should the rest run out of stack, nobody may take this span for one that has yet to end.
        phase = FREE;
        finish(true);
        recycle();
    }

    @Override
    boolean takesValues() {
        return phase != FREE;
    }

    /** Makes the frame free for the next call. */
    void recycle() {
        stack.pop(this);
    }

    /**
     * Ends the span when the stage completes, at once if it already has. The stage is only observed: nobody gets another
     * one in its place, and a cancellation reaches whom it would have reached.
     *
     * @param stage what the method returned; {@code null} ends the span now
     * @param reader reads attributes and failure from the value that the stage completes with
     */
    public void endWhenComplete(@Nullable CompletionStage<?> stage, CompletionReader reader) {
        if (phase != LEFT) {
            return;
        }
        if (stage == null || !active.hasSpan()) {
            end();
            return;
        }
        boolean before = interrupted;
        SpanCompletion completion = null;
        try {
            completion = active.suspend(reader);
            phase = FREE;
            recycle();
            completion.observe(stage);
            ThreadState.restoreInterrupt(Thread.currentThread(), before);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            if (completion == null) {
                end();
            } else {
                completion.giveUp();
            }
        }
    }

    /** Takes a span up again whose work went on after its method had returned; {@link #complete} ends it. */
    void resume(SpanCompletion suspended) {
        active.resume(suspended);
        rememberInterrupt();
        phase = LEFT;
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

    void open(SpanPoint point, Telemetry telemetry) {
        active.open(point, telemetry);
        expectNameParts(point.naming().placeholderCount());
        rememberInterrupt();
        phase = ENTERED;
    }

    SpanPoint point() {
        return active.point();
    }

    /** Whether this is a call of {@code point} that has not been left. */
    boolean isInside(SpanPoint point) {
        return (phase == STARTED || phase == ENTERED) && active.point() == point;
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

    /** Parameters, results and messages are read by code of the user's, too: it must not take an interrupt away. */
    private void rememberInterrupt() {
        interrupted = Thread.currentThread().isInterrupted();
    }

    /** The method is left: the context from before is back, and its time is over. */
    void leave() {
        phase = LEFT;
        detachContext();
        stopClock();
        rememberInterrupt();
    }

    /** The work is over; the context may stay for a while. */
    void release() {
        phase = LEFT;
        stopClock();
        rememberInterrupt();
    }

    @Override
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
        return phase == LEFT && active.isAttached();
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
        rememberInterrupt();
        detachContext();
        if (phase != LEFT) {
            stopClock();
        }
        finish(false);
        clear();
    }

    /** Finishes what a binding began and could not end, because a user's accessor threw in between. */
    void finishInterrupted() {
        if (phase == ENTERED) {
            start();
        } else if (phase == LEFT) {
            end();
        }
    }

    void clear() {
        phase = FREE;
        skippedCalls = 0;
        clearNameParts();
        active.clear();
    }

    /** Ends the span and leaves the thread as it was, whatever processors and exporters do to it. */
    private void finish(boolean withMetrics) {
        try {
            Context current = Context.current();
            Thread thread = Thread.currentThread();
            ClassLoader classLoader = thread.getContextClassLoader();
            try {
                endSpan();
                if (withMetrics) {
                    active.recordMetrics();
                }
            } finally {
                ThreadState.restore(thread, interrupted, classLoader, current);
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
}
