package io.sreobservability.aspects.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The annotated methods that one thread is inside of. Frames are kept and reused, so that a call costs no allocation.
 *
 * <p>A frame is found by its point, not by its place: when an exit never came (telemetry was switched while a method
 * ran, or failed half-way), the frames above the one that is left are closed, innermost first, so that the thread's
 * context is what it was before.
 */
final class FrameStack {
    private static final ThreadLocal<FrameStack> PER_THREAD = ThreadLocal.withInitial(FrameStack::new);
    private static final int USUAL_DEPTH = 16;

    private final IsoTimestamp timestamps = new IsoTimestamp();
    private @Nullable SpanFrame[] frames = new SpanFrame[USUAL_DEPTH];
    private int depth;

    static FrameStack ofThread() {
        return PER_THREAD.get();
    }

    IsoTimestamp timestamps() {
        return timestamps;
    }

    int depth() {
        return depth;
    }

    SpanFrame push(SpanPoint point, Telemetry telemetry) {
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, 2 * depth);
        }
        SpanFrame frame = frames[depth];
        if (frame == null) {
            frame = new SpanFrame(this);
            frames[depth] = frame;
        }
        frame.open(point, telemetry);
        depth++;
        return frame;
    }

    /** A call that gets no frame begins; its exit must not end a call of the same point around it. */
    void skip(SpanPoint point) {
        int around = innermost(point);
        SpanFrame frame = around < 0 ? null : frames[around];
        if (frame != null) {
            frame.skipCall();
        }
    }

    /** The innermost call of this point, left and still on the stack, or {@code null} if that call has no frame. */
    @Nullable
    SpanFrame leave(SpanPoint point) {
        int index = innermost(point);
        SpanFrame frame = index < 0 ? null : frames[index];
        if (frame == null || frame.leaveSkippedCall()) {
            return null;
        }
        abandonAbove(index);
        frame.leave();
        return frame;
    }

    /** Takes a frame off that has ended. */
    void pop(SpanFrame frame) {
        int top = depth - 1;
        while (top >= 0 && frames[top] != frame) {
            top--;
        }
        if (top < 0) {
            return;
        }
        abandonAbove(top);
        depth = top;
        frame.clear();
        if (depth == 0 && frames.length > 4 * USUAL_DEPTH) {
            // A deep recursion is over: don't keep its frames for as long as the thread lives.
            frames = new SpanFrame[USUAL_DEPTH];
        }
    }

    /** Finishes the call that a binding was busy with when it failed. */
    void finishInterrupted() {
        SpanFrame top = depth == 0 ? null : frames[depth - 1];
        if (top != null) {
            top.finishInterrupted();
        }
    }

    private int innermost(SpanPoint point) {
        int index = depth - 1;
        while (index >= 0) {
            SpanFrame frame = frames[index];
            if (frame != null && frame.isInside(point)) {
                break;
            }
            index--;
        }
        return index;
    }

    private void abandonAbove(int index) {
        while (depth - 1 > index) {
            SpanFrame stale = frames[depth - 1];
            depth--;
            if (stale != null) {
                EngineState.counters().staleFrame();
                stale.abandon();
            }
        }
    }
}
