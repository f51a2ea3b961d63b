package io.sreobservability.aspects.engine;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a program can tell of its thread, kept while OpenTelemetry works on it. Extensions of the SDK run there too
 * (samplers, processors, exporters), and some swallow an interrupt or leave a class loader or a context behind.
 */
final class ThreadState {
    private boolean interrupted;
    private @Nullable ClassLoader classLoader;
    private Context context = Context.root();

    /** Remembers the state of the current thread, whose context is known already. */
    void save(Context current) {
        Thread thread = Thread.currentThread();
        interrupted = thread.isInterrupted();
        classLoader = thread.getContextClassLoader();
        context = current;
    }

    /**
     * Puts back what has changed. A flag that was raised meanwhile stays: it may be somebody else's interrupt, and losing
     * that would be worse.
     */
    @SuppressWarnings("MustBeClosedChecker") // the context is put back for good, not for a while
    void restore() {
        Thread thread = Thread.currentThread();
        if (interrupted && !thread.isInterrupted()) {
            thread.interrupt();
        }
        if (Context.current() != context) {
            context.makeCurrent();
        }
        if (thread.getContextClassLoader() != classLoader) {
            thread.setContextClassLoader(classLoader);
        }
        classLoader = null;
        context = Context.root();
    }
}
