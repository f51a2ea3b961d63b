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
    private enum Phase {
        FREE,
        ENTERED,
        STARTED,
        LEFT
    }

    private final FrameStack stack;
    private final ActiveSpan active = new ActiveSpan();
    private final ThreadState thread = new ThreadState();
    private Phase phase = Phase.FREE;
    private boolean detached; // off its thread's stack, because the work goes on after the method has returned
    private int skippedCalls; // open calls of the same point, inside this one, that began while telemetry was off

    SpanFrame(FrameStack stack) {
        this.stack = stack;
    }

    /** Starts the span; called when all parameters are read, before the method's body runs. */
    public void start() {
        if (phase != Phase.ENTERED) {
            return;
        }
        phase = Phase.STARTED;
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
        finish(true);
        recycle();
    }

    @Override
    boolean takesValues() {
        return phase != Phase.FREE;
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

    void open(SpanPoint point, Telemetry telemetry) {
        active.open(point, telemetry);
        expectNameParts(point.naming().placeholderCount());
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
        finish(false);
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
        clearNameParts();
        active.clear();
    }

    /** Ends the span and leaves the thread as it was, whatever processors and exporters do to it. */
    private void finish(boolean withMetrics) {
        try {
            thread.save(Context.current());
            try {
                endSpan();
                if (withMetrics) {
                    active.recordMetrics();
                }
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
}
