package io.sreobservability.aspects.engine;

import io.sreobservability.aspects.naming.SpanNames;
import java.io.Serial;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A span whose method has returned and whose work goes on: what is needed to end it when the result completes, on whatever
 * thread. It ends once, even if a stage of the user's own making tells it twice. True once it has.
 */
final class SpanCompletion extends AtomicBoolean implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_WRAPPERS = 8;

    final transient SpanPoint point;
    final transient Telemetry telemetry;
    final transient SpanNames names;
    final transient SpanContextNode node;
    final transient Object[] attributes;
    final long startNano;
    final boolean failed; // so far
    private final transient CompletionReader reader;

    SpanCompletion(
            SpanPoint point,
            Telemetry telemetry,
            SpanNames names,
            SpanContextNode node,
            Object[] attributes,
            long startNano,
            boolean failed,
            CompletionReader reader) {
        this.point = point;
        this.telemetry = telemetry;
        this.names = names;
        this.node = node;
        this.attributes = attributes;
        this.startNano = startNano;
        this.failed = failed;
        this.reader = reader;
    }

    /** Asks the stage to tell when it completes. One that can't be observed ends the span now, without an outcome. */
    void observe(CompletionStage<?> stage) {
        try {
            stage.whenComplete(this);
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            giveUp();
        }
    }

    /** Ends the span now, without an outcome, unless it has ended. */
    void giveUp() {
        end(null, null, CompletionReader.NOTHING);
    }

    /** Called by the stage, on whatever thread completes it. Never throws. */
    @Override
    public void accept(@Nullable Object value, @Nullable Throwable thrown) {
        end(value, thrown, reader);
    }

    private void end(@Nullable Object value, @Nullable Throwable thrown, CompletionReader outcome) {
        try {
            if (compareAndSet(false, true)) {
                endOn(FrameStack.ofThread(), value, unwrapped(thrown), outcome);
            }
        } catch (Throwable inTelemetry) {
            EngineState.faults().record(inTelemetry);
            endBare();
        }
    }

    private void endOn(
            FrameStack stack, @Nullable Object value, @Nullable Throwable failure, CompletionReader outcome) {
        SpanFrame frame = stack.lend();
        try {
            frame.resume(this);
            frame.complete(value, failure, outcome);
        } finally {
            stack.giveBack(frame);
        }
    }

    /** Better a span without its outcome than one that never ends. One that has ended stays as it is. */
    private void endBare() {
        try {
            node.span().end();
        } catch (Throwable inTelemetry) {
            EngineState.faults().record(inTelemetry);
        }
    }

    /** The failure itself: stages wrap it on the way. Other classes may answer {@code getCause} with code of their own. */
    private static @Nullable Throwable unwrapped(@Nullable Throwable thrown) {
        Throwable failure = thrown;
        for (int i = 0; i < MAX_WRAPPERS && failure != null && isWrapper(failure); i++) {
            Throwable cause = failure.getCause();
            if (cause == null) {
                break;
            }
            failure = cause;
        }
        return failure;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown.getClass() == CompletionException.class || thrown.getClass() == ExecutionException.class;
    }
}
