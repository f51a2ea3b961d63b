package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a program can tell of its thread and OpenTelemetry may change: extensions of the SDK run there too (samplers, processors,
 * exporters), and some swallow an interrupt or leave a class loader or a context behind. Callers keep the values from before in
 * variables: an object for them would cost every span memory.
 */
final class ThreadState {
    private ThreadState() {}

    /**
     * Puts back what has changed on the current thread. A flag that was raised meanwhile stays: it may be somebody else's
     * interrupt, and losing that would be worse.
     */
    @SuppressWarnings("MustBeClosedChecker") // the context is put back for good, not for a while
    static void restore(Thread current, boolean interrupted, @Nullable ClassLoader classLoader, Context context) {
        restoreInterrupt(current, interrupted);
        if (current.getContextClassLoader() != classLoader) {
            current.setContextClassLoader(classLoader);
        }
        // Last: a broken context storage throws.
        if (Context.current() != context) {
            context.makeCurrent();
        }
    }

    /** Raises the current thread's flag again if it was raised before. */
    static void restoreInterrupt(Thread current, boolean interrupted) {
        if (interrupted && !current.isInterrupted()) {
            current.interrupt();
        }
    }
}
