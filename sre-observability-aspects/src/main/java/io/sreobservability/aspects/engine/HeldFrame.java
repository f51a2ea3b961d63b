package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import java.lang.ref.WeakReference;

/**
 * A frame that its holder ends, not the exit of a method. Its span is the holder's, on whatever thread; its place on the stack
 * and its context are its own thread's. It is used once, for the holder may keep it.
 */
public final class HeldFrame extends SpanFrame {
    /** Weak: a holder that is forgotten without an end must not stay on its thread for ever. */
    private final WeakReference<SpanHolder> holder;

    HeldFrame(FrameStack stack, SpanHolder holder) {
        super(stack);
        this.holder = new WeakReference<>(holder);
    }

    /** The work has begun already, when the clock that never jumps gave this. To be said before the start. */
    public void startedAt(long nanoTime) {
        active().startedAt(nanoTime);
    }

    /** Whether the holder has not ended the span yet, here or on another thread, and still could. */
    @Override
    boolean isOpen() {
        SpanHolder known = holder.get();
        return known != null && !known.isDone();
    }

    /** Whether nobody else's context would be lost with this frame's. */
    boolean isInnermost() {
        // Not the contexts themselves: an agent's storage wraps them anew each time it is asked.
        return !isAttached() || Inheritance.of(Context.current()) == Inheritance.of(active().context());
    }

    @Override
    boolean isInside(SpanPoint point) {
        return false;
    }

    @Override
    boolean isHalfLeft() {
        return false;
    }

    @Override
    void detachContext() {
        super.detachContext();
        if (!isAttached()) {
            active().forgetBefore();
        }
    }

    /** Its thread is done with it; the span goes on until its holder ends it. */
    @Override
    void abandon() {
        detachContext();
    }

    @Override
    void finishInterrupted() {
        // No binding fills it.
    }

    @Override
    void recycle() {
        // Its thread may not have taken it off yet, and nobody uses it again.
    }
}
