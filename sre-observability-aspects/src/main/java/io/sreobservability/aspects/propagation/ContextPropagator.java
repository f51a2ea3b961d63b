package io.sreobservability.aspects.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.sreobservability.aspects.engine.EngineState;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a trace to another process and back, in W3C's headers. Out go {@code traceparent}, {@code tracestate} and what an
 * allow-list lets into {@code baggage}: the investigation id and, unless {@link #allowing} adds to it, nothing else. In
 * comes no more than that, within fixed limits; what a carrier holds beside it is never sent on.
 *
 * <p>Who called decides which of the two receives a request: {@link #trusting} continues the caller's trace, {@link
 * #distrusting} begins a new one that only links to it, so that a stranger can neither force sampling nor write into
 * traces of others. Refused headers are counted in {@code SelfCounters} and cost nothing else. Immutable; never throws.
 */
public final class ContextPropagator implements TextMapPropagator {
    private static final BaggageHeader INVESTIGATION_ONLY = new BaggageHeader(List.of(AllowedBaggage.INVESTIGATION_ID));
    private static final ContextPropagator TRUSTING = new ContextPropagator(true, INVESTIGATION_ONLY);
    private static final ContextPropagator DISTRUSTING = new ContextPropagator(false, INVESTIGATION_ONLY);

    private final boolean trusting;
    private final BaggageHeader baggage;

    private ContextPropagator(boolean trusting, BaggageHeader baggage) {
        this.trusting = trusting;
        this.baggage = baggage;
    }

    /**
     * For callers that are known, by a key, a certificate or the network they are in: their trace goes on, with their
     * sampling decision, and spans inherit the attributes that arrived in allowed baggage.
     */
    public static ContextPropagator trusting() {
        return TRUSTING;
    }

    /**
     * For everybody else: the context stays as it is, and {@link ContextLink} knows the caller's span. Sampling is decided
     * here, baggage and {@code tracestate} are not looked at.
     */
    public static ContextPropagator distrusting() {
        return DISTRUSTING;
    }

    /** The same with one more attribute in baggage. */
    public ContextPropagator allowing(AllowedBaggage item) {
        return new ContextPropagator(trusting, baggage.allowing(item));
    }

    @Override
    public Collection<String> fields() {
        return List.of(TraceHeaders.TRACEPARENT, TraceHeaders.TRACESTATE, BaggageHeader.NAME);
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        try {
            W3CTraceContextPropagator.getInstance().inject(context, carrier, setter);
            String header = baggage.write(context);
            if (!header.isEmpty()) {
                setter.set(carrier, BaggageHeader.NAME, header);
            }
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
        }
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        try {
            Incoming<SpanContext> caller = TraceHeaders.read(carrier, getter);
            Incoming<Context> incoming = trusting
                    ? readBaggage(continued(context, caller.value()), carrier, getter)
                    : new Incoming<>(ContextLink.toStranger(context, caller.value()), false);
            if (caller.refused() || incoming.refused()) {
                EngineState.counters().refusedContext();
            }
            return incoming.value();
        } catch (Throwable thrown) {
            EngineState.faults().record(thrown);
            return context;
        }
    }

    private static Context continued(Context context, SpanContext caller) {
        return caller.isValid() ? ContextLink.toReplaced(context).with(Span.wrap(caller)) : context;
    }

    private <C> Incoming<Context> readBaggage(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        String header = getter.get(carrier, BaggageHeader.NAME);
        return header == null ? new Incoming<>(context, false) : baggage.read(header, context);
    }

    @Override
    public String toString() {
        return trusting ? "ContextPropagator[trusting]" : "ContextPropagator[distrusting]";
    }
}
