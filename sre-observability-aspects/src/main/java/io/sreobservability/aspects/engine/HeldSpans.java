package io.sreobservability.aspects.engine;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Spans that are ended by whoever holds them, where {@link SpanEngine} ends a span at the exit of its method. The span is the
 * holder's and lives until it is closed. The context is the thread's: it is given back when the span is closed or, at the
 * latest, when a call around it is left. For the programmatic API. No method throws.
 */
public final class HeldSpans {
    private HeldSpans() {}

    /**
     * A piece of work begins on this thread.
     *
     * @param words the words of the placeholders in the span's name, in the order in which they stand there
     * @return the frame to fill and start, or {@code null} if telemetry is off
     */
    public static @Nullable HeldFrame open(SpanPoint point, SpanHolder holder, String... words) {
        if (!EngineState.enabled()) {
            return null;
        }
        try {
            Telemetry telemetry = Telemetry.current();
            if (telemetry == null) {
                return null;
            }
            @Nullable String[] parts = Arrays.copyOf(words, point.naming().placeholderCount());
            FrameStack stack = FrameStack.ofThread();
            stack.dropLostCalls(null);
            HeldFrame frame = stack.pushHeld(point.named(parts), telemetry, holder);
            frame.nameParts(parts);
            return frame;
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            return null;
        }
    }

    /**
     * The holder, which says so already, is done. The context from before is restored, unless calls on this thread are still
     * inside: then it is once they are over. On another thread, this one's context stays, and that of the frame's own
     * thread is restored there when next something begins or ends.
     */
    public static void leave(HeldFrame frame) {
        try {
            FrameStack stack = FrameStack.ofThread();
            stack.dropLostCalls(null);
            stack.takeOffDone();
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
        frame.release();
    }

    /** As {@link #leave}, where all that has begun inside on this thread is over, too: the context from before is restored. */
    public static void leaveWithAllInside(HeldFrame frame) {
        try {
            FrameStack.ofThread().leaveHeld(frame);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
        frame.release();
    }

    /** As {@link #leaveWithAllInside}; the span ends when the stage completes, or now if there is none. */
    public static void endWhenComplete(HeldFrame frame, @Nullable CompletionStage<?> stage) {
        leaveWithAllInside(frame);
        frame.endWhenComplete(stage, CompletionReader.NOTHING);
    }

    /** The work has failed: the span gets status, {@code error.type} and event, and goes on. */
    public static void fail(HeldFrame frame, Throwable failure) {
        frame.stopClock();
        frame.fail(failure);
    }
}
