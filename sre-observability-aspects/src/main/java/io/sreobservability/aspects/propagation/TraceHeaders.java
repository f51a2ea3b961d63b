package io.sreobservability.aspects.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers {@code traceparent} (trace id, span id, whether it is sampled) and {@code tracestate} (what vendors add) of
 * W3C Trace Context. Lengths are checked before OpenTelemetry reads them, so the work is bounded whatever arrives.
 */
final class TraceHeaders {
    static final String TRACEPARENT = "traceparent";
    static final String TRACESTATE = "tracestate";

    /** Version 00 has 55 characters; later versions may add fields. */
    static final int MAX_TRACEPARENT = 128;

    /** W3C asks everybody to pass on this many at least; nobody needs to take more. */
    static final int MAX_TRACESTATE = 512;

    static final int MAX_TRACESTATE_MEMBERS = 32;

    private TraceHeaders() {}

    /** The caller's span; invalid if there is none, or none that can be believed. */
    static <C> Incoming<SpanContext> read(@Nullable C carrier, TextMapGetter<C> getter) {
        String traceparent = getter.get(carrier, TRACEPARENT);
        if (traceparent == null) {
            // Without a traceparent a tracestate means nothing (W3C Trace Context, section 3.3).
            return new Incoming<>(SpanContext.getInvalid(), false);
        }
        if (traceparent.length() > MAX_TRACEPARENT) {
            return new Incoming<>(SpanContext.getInvalid(), true);
        }
        String tracestate = getter.get(carrier, TRACESTATE);
        String bounded = tracestate == null || isTooLong(tracestate) ? null : tracestate;
        SpanContext caller = parse(new Checked(traceparent, bounded));
        boolean lostState = tracestate != null
                && !tracestate.isBlank()
                && caller.getTraceState().isEmpty();
        return new Incoming<>(caller, !caller.isValid() || lostState);
    }

    private static boolean isTooLong(String tracestate) {
        return tracestate.length() > MAX_TRACESTATE
                || tracestate.chars().filter(c -> c == ',').count() >= MAX_TRACESTATE_MEMBERS;
    }

    private static SpanContext parse(Checked headers) {
        Context parsed = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, Checked.GETTER);
        return Span.fromContext(parsed).getSpanContext();
    }

    /** The two headers within their limits. */
    private record Checked(String traceparent, @Nullable String tracestate) {
        static final TextMapGetter<Checked> GETTER = new TextMapGetter<>() {
            @Override
            public Iterable<String> keys(Checked headers) {
                return List.of(TRACEPARENT, TRACESTATE);
            }

            @Override
            public @Nullable String get(@Nullable Checked headers, String name) {
                if (headers == null) {
                    return null;
                }
                return switch (name) {
                    case TRACEPARENT -> headers.traceparent();
                    case TRACESTATE -> headers.tracestate();
                    default -> null;
                };
            }
        };
    }
}
