package io.sreobservability.aspects.engine;

import org.jspecify.annotations.Nullable;

/**
 * What generated bindings call around an annotated method: {@link #enter} before it runs, {@link #exit} or {@link #fail}
 * after it. While the method runs, nothing of this library is on the thread's call stack. No method throws.
 */
public final class SpanEngine {
    /**
     * How often an exit was lost because the stack had overflowed. Advice raises it itself, for a method call would need
     * stack; a rise that is lost between two threads does no harm.
     */
    @SuppressWarnings("NonFinalStaticField")
    public static volatile int overflows;

    private SpanEngine() {}

    /**
     * A call of the point's method begins.
     *
     * @return the frame to fill and start, or {@code null} if telemetry is off
     */
    public static @Nullable SpanFrame enter(SpanPoint point) {
        if (!EngineState.enabled()) {
            skip(point);
            return null;
        }
        try {
            Telemetry telemetry = Telemetry.current();
            if (telemetry == null) {
                skip(point);
                return null;
            }
            FrameStack stack = FrameStack.ofThread();
            stack.dropLostCalls(point);
            return stack.push(point, telemetry);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            skip(point);
            return null;
        }
    }

    /** This call gets no frame, but may be inside a call of the same point, whose span must not end with this one. */
    private static void skip(SpanPoint point) {
        if (!EngineState.everEnabled()) {
            return;
        }
        try {
            FrameStack.ofThread().skip(point);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    /**
     * A call of the point's method has returned. The context from before the call is restored.
     *
     * @return the frame to fill and end, or {@code null} if telemetry was off when the call began
     */
    public static @Nullable SpanFrame exit(SpanPoint point) {
        if (!EngineState.everEnabled()) {
            return null;
        }
        try {
            FrameStack stack = FrameStack.ofThread();
            stack.dropLostCalls(null);
            return stack.leave(point);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            return null;
        }
    }

    /** A call of the point's method has thrown: the span gets status, {@code error.type} and event, and ends. */
    public static void fail(SpanPoint point, Throwable thrown) {
        SpanFrame frame = exit(point);
        if (frame != null) {
            frame.fail(thrown);
            frame.end();
        }
    }

    /**
     * Swallows what was thrown between an enter or exit and the frame's start or end, which is usually a user's accessor,
     * and finishes the span without what could not be read: the failure costs an attribute, not the span.
     */
    public static void fault(Throwable inTelemetry) {
        EngineState.faults().record(inTelemetry);
        try {
            FrameStack.ofThread().finishInterrupted();
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }
}
