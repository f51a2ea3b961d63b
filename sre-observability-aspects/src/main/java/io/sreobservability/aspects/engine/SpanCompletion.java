package io.sreobservability.aspects.engine;

import java.io.Serial;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a span when an asynchronous result completes: once, even if a stage of the user's own making tells it twice. True
 * once it has happened.
 */
final class SpanCompletion extends AtomicBoolean implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_WRAPPERS = 8;

    private final transient SpanFrame frame;
    private final transient CompletionReader reader;

    SpanCompletion(SpanFrame frame, CompletionReader reader) {
        this.frame = frame;
        this.reader = reader;
    }

    /** Called by the stage, on whatever thread completes it. Never throws. */
    @Override
    public void accept(@Nullable Object value, @Nullable Throwable thrown) {
        try {
            if (compareAndSet(false, true)) {
                frame.complete(value, unwrapped(thrown), reader);
            }
        } catch (Throwable inTelemetry) {
            EngineState.faults().record(inTelemetry);
        }
    }

    /** The stage can't be observed: the span ends now, without an outcome, unless it has ended. */
    void giveUp() {
        if (compareAndSet(false, true)) {
            frame.end();
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
