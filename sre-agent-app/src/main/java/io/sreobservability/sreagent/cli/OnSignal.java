package io.sreobservability.sreagent.cli;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What happens at a signal from outside, for example Ctrl-C, while it means something else than the end of the program.
 * Java has no public way to this, so the JDK's own {@code sun.misc.Signal} is looked up at run time; where there is none, or
 * the program was started with the signal ignored, everything stays as it was.
 */
final class OnSignal implements AutoCloseable {
    /** Ctrl-C. */
    static final String INTERRUPT = "INT";

    private final String name;
    private final @Nullable Object former;

    private OnSignal(String name, @Nullable Object former) {
        this.name = name;
        this.former = former;
    }

    /** Runs {@code action} at each signal of this name, on a thread of its own, until this is closed. */
    static OnSignal run(String name, Runnable action) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    OnSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            return new OnSignal(name, install(name, handling));
        } catch (ReflectiveOperationException | RuntimeException noSignals) {
            return new OnSignal(name, null);
        }
    }

    /** Returns the handler that was there before. */
    private static @Nullable Object install(String name, Object handling) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object named = signal.getConstructor(String.class).newInstance(name);
        return signal.getMethod("handle", signal, handler).invoke(null, named, handling);
    }

    @Override
    public void close() {
        Object before = former;
        if (before != null) {
            try {
                install(name, before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a handler that was installed before can't be any more", e);
            }
        }
    }
}
