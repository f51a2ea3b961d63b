package io.sreobservability.aspects.transparency.run;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sreobservability.aspects.SreObservability;
import org.jspecify.annotations.Nullable;

/** How an application brings telemetry up in a run time of its own, before the first program runs there. */
public enum StartUp {
    /** Not at all. */
    NONE {
        @Override
        public void run() {}
    },
    /** A working SDK. */
    SDK {
        @Override
        public void run() {
            SreObservability.setCaptureContent(true);
            SreObservability.install(FaultySdk.working(Sampler.alwaysOn()));
        }
    },
    /** An SDK every span of which fails, so that there is something to warn of. */
    FAILING_SDK {
        @Override
        public void run() {
            SreObservability.install(FaultyOpenTelemetry.failingAt("startSpan", new AssertionError("start")));
        }
    },
    /** A global OpenTelemetry that fails at once. */
    FAILING_GLOBAL {
        @Override
        public void run() {
            GlobalOpenTelemetry.set(FaultyOpenTelemetry.failingAt("getTracer", new LinkageError("tracer")));
        }
    },
    /** Contexts can't be made current. */
    FAILING_ATTACH {
        @Override
        public void run() {
            ContextStorage.addWrapper(storage -> new Storage(storage, 0, 1));
            SDK.run();
        }
    },
    /** Nor always; and a processor leaves a context and a class loader behind, which must be put back one without the other. */
    FAILING_ATTACH_NOW_AND_THEN {
        @Override
        public void run() {
            ContextStorage.addWrapper(storage -> new Storage(storage, 0, 2));
            SreObservability.install(FaultySdk.processorAtStart(StartUp::disturb));
        }
    },
    /** The current context can't be had. */
    FAILING_CURRENT {
        @Override
        public void run() {
            ContextStorage.addWrapper(storage -> new Storage(storage, 1, 1));
            SDK.run();
        }
    },
    /** Scopes can't be closed. */
    FAILING_CLOSE {
        @Override
        public void run() {
            ContextStorage.addWrapper(storage -> new Storage(storage, 2, 1));
            SDK.run();
        }
    };

    private static final Throwable[] THROWN = {
        new IllegalStateException("storage"),
        new AssertionError("storage"),
        new StackOverflowError(),
        new LinkageError()
    };

    /** Does it. */
    public abstract void run();

    @SuppressWarnings("MustBeClosedChecker") // that it is not closed is the fault
    private static void disturb() {
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        Context.current().with(ContextKey.named("left"), "left").makeCurrent();
    }

    /** A storage one operation of which throws, each time or each n-th time, something else each time. */
    private static final class Storage implements ContextStorage {
        private final ContextStorage next;
        private final int failing;
        private final int each;
        private int calls;

        Storage(ContextStorage next, int failing, int each) {
            this.next = next;
            this.failing = failing;
            this.each = each;
        }

        @Override
        @SuppressWarnings("MustBeClosedChecker") // the caller closes it
        public Scope attach(Context toAttach) {
            throwIf(0);
            Scope scope = next.attach(toAttach);
            return () -> {
                throwIf(2);
                scope.close();
            };
        }

        @Override
        public @Nullable Context current() {
            throwIf(1);
            return next.current();
        }

        private void throwIf(int operation) {
            if (operation == failing && ++calls % each == 0) {
                Throwables.sneak(THROWN[calls / each % THROWN.length]);
            }
        }
    }
}
