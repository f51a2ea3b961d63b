package io.sreobservability.aspects.transparency.run;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An OpenTelemetry that does nothing, and some calls of which go wrong. */
public final class FaultyOpenTelemetry {
    /** The calls that the engine makes for a span and its metrics. */
    static final String[] CALLS = {
        "getTracer",
        "getMeter",
        "spanBuilder",
        "setParent",
        "setSpanKind",
        "setStartTimestamp",
        "setAttribute",
        "startSpan",
        "setStatus",
        "addEvent",
        "end",
        "histogramBuilder",
        "counterBuilder",
        "build",
        "record",
        "add"
    };

    private final Predicate<Method> fails;
    private final Action failure;

    private FaultyOpenTelemetry(Predicate<Method> fails, Action failure) {
        this.fails = fails;
        this.failure = failure;
    }

    /** Every call of one method throws. */
    public static OpenTelemetry failingAt(String method, Throwable thrown) {
        return new FaultyOpenTelemetry(called -> called.getName().equals(method), () -> {
                    throw thrown;
                })
                .proxyOf(OpenTelemetry.class);
    }

    /** Every {@code n}-th call throws, whatever it calls. */
    static OpenTelemetry failingEvery(int n, Throwable thrown) {
        AtomicInteger calls = new AtomicInteger();
        return new FaultyOpenTelemetry(called -> calls.incrementAndGet() % n == 0, () -> {
                    throw thrown;
                })
                .proxyOf(OpenTelemetry.class);
    }

    /** Every call of one method gives {@code null}. */
    static OpenTelemetry nullAt(String method) {
        return new FaultyOpenTelemetry(called -> called.getName().equals(method), () -> {})
                .proxyOf(OpenTelemetry.class);
    }

    private <T> T proxyOf(Class<T> type) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (fails.test(method) && canGiveNothing(method.getReturnType())) {
                failure.run();
                return null;
            }
            // The API's own default for the meter provider is a no-op, which could not fail.
            if (method.isDefault() && !method.getName().equals("getMeterProvider")) {
                return InvocationHandler.invokeDefault(self, method, arguments);
            }
            return result(self, method);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static boolean canGiveNothing(Class<?> type) {
        return type == void.class || !type.isPrimitive();
    }

    private @Nullable Object result(Object self, Method method) {
        Class<?> type = method.getReturnType();
        if (type.isInstance(self)) {
            return self;
        }
        if (type == SpanContext.class) {
            return SpanContext.getInvalid();
        }
        if (type == boolean.class) {
            // Of a span that is not recording, less is called that could fail.
            return method.getName().equals("isRecording");
        }
        if (type == int.class) {
            return System.identityHashCode(self);
        }
        if (type == String.class) {
            return "proxy";
        }
        return type.isInterface() ? proxyOf(type) : null;
    }
}
