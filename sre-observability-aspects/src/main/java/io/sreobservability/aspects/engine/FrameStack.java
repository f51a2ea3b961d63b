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
    private final WallClock wallClock = new WallClock();
    private @Nullable SpanFrame[] frames = new SpanFrame[USUAL_DEPTH];
    private @Nullable SpanFrame spare; // for asynchronous work that ends on this thread
    private int depth;
    private boolean contextInDoubt; // an exit may have failed to put the context back
    private int overflowsSeen;

    static FrameStack ofThread() {
        return PER_THREAD.get();
    }

    IsoTimestamp timestamps() {
        return timestamps;
    }

    WallClock wallClock() {
        return wallClock;
    }

    int depth() {
        return depth;
    }

    SpanFrame push(SpanPoint point, Telemetry telemetry) {
        makeRoom();
        SpanFrame frame = frames[depth];
        if (frame == null) {
            frame = new SpanFrame(this);
            frames[depth] = frame;
        }
        frame.open(point, telemetry);
        depth++;
        return frame;
    }

    /** A frame for a span whose work is over, wherever it began. It is not on the stack: no method is inside of it. */
    SpanFrame lend() {
        SpanFrame frame = spare;
        spare = null;
        return frame == null ? new SpanFrame(this) : frame;
    }

    /** The span is done, or could not be ended. */
    void giveBack(SpanFrame frame) {
        frame.clear();
        spare = frame;
    }

    /** A frame that its holder ends. It takes its place for good: none is reused where it was. */
    HeldFrame pushHeld(SpanPoint point, Telemetry telemetry, SpanHolder holder) {
        makeRoom();
        HeldFrame frame = new HeldFrame(this, holder);
        frame.open(point, telemetry);
        frames[depth] = frame;
        depth++;
        return frame;
    }

    private void makeRoom() {
        takeOffDone();
        if (contextInDoubt) {
            finishHalfLeft();
        }
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, 2 * depth);
        }
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
        boolean inDoubt = contextInDoubt || depth - 1 > index;
        contextInDoubt = true; // should this exit run out of stack, the next one puts things right
        abandonAbove(index);
        frame.leave();
        if (inDoubt) {
            frame.forceContextBack();
        }
        contextInDoubt = frame.isAttached();
        return frame;
    }

    /** The holder of this frame is done, and so is whatever began inside of it. Nothing, if it is another thread's frame. */
    void leaveHeld(HeldFrame frame) {
        int index = indexOf(frame);
        if (index >= 0) {
            boolean inDoubt = contextInDoubt || depth - 1 > index;
            abandonAbove(index);
            if (inDoubt) {
                frame.forceContextBack();
            }
            takeOffTop();
        }
        takeOffDone();
    }

    /**
     * Takes frames off whose holders were done while other calls were inside of them, or on another thread. One that has a
     * foreign context inside stays until that is gone: to close it now would leave its own context behind.
     */
    void takeOffDone() {
        while (top() instanceof HeldFrame top && !top.isOpen() && top.isInnermost()) {
            takeOffTop();
        }
    }

    private @Nullable SpanFrame top() {
        return depth == 0 ? null : frames[depth - 1];
    }

    /** Takes a held frame off: its thread is done with it, its holder need not be. */
    private void takeOffTop() {
        depth--;
        SpanFrame top = frames[depth];
        frames[depth] = null;
        if (top != null) {
            top.detachContext();
        }
    }

    /** Takes a frame off that has ended. */
    void pop(SpanFrame frame) {
        int index = indexOf(frame);
        if (index < 0) {
            return;
        }
        abandonAbove(index);
        depth = index;
        frame.clear();
        if (depth == 0 && frames.length > 4 * USUAL_DEPTH) {
            // A deep recursion is over: don't keep its frames for as long as the thread lives.
            frames = new SpanFrame[USUAL_DEPTH];
        }
        takeOffDone();
    }

    /** Finishes the call that a binding was busy with when it failed. */
    void finishInterrupted() {
        SpanFrame top = top();
        if (top != null) {
            top.finishInterrupted();
        }
    }

    /**
     * Closes the frames of calls that are over although their exits never came, because the stack had overflowed. Only
     * after an overflow: frames of one recursive method can't be told apart by their point alone.
     *
     * @param entering the point that is being entered, if any
     */
    void dropLostCalls(@Nullable SpanPoint entering) {
        int overflows = SpanEngine.overflows;
        if (overflows == overflowsSeen) {
            return;
        }
        int live = depth == 0 ? 0 : LiveCalls.count(frames, depth, entering);
        SpanFrame lowestLost = live < depth ? frames[live] : null;
        if (lowestLost != null) {
            abandonAbove(live);
            lowestLost.leave();
            lowestLost.forceContextBack();
            abandonAbove(live - 1);
        }
        overflowsSeen = overflows;
    }

    /** Frames that were left without getting their context back: no method is inside of them any more. */
    private void finishHalfLeft() {
        while (depth > 0) {
            SpanFrame top = frames[depth - 1];
            if (top != null && !top.isHalfLeft()) {
                break;
            }
            if (top != null) {
                top.leave();
                top.forceContextBack();
            }
            abandonAbove(depth - 2);
        }
        contextInDoubt = false;
    }

    private int indexOf(SpanFrame frame) {
        int index = depth - 1;
        while (index >= 0 && frames[index] != frame) {
            index--;
        }
        return index;
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
            if (stale instanceof HeldFrame) {
                frames[depth] = null;
            }
            if (stale != null && stale.isOpen()) {
                EngineState.counters().staleFrame();
            }
            if (stale != null) {
                stale.abandon();
            }
        }
    }
}
