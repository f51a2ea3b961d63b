package io.sreobservability.aspects.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/**
 * The span that an incoming request is related to but not a child of. In OpenTelemetry that is a link: a reference from
 * span to span, across traces too, that decides nothing about sampling.
 *
 * <p>Of a caller who is not trusted it is the caller's span. Of a trusted one it is the span that was current before the
 * caller's took its place, for example that of the HTTP request in which an MCP message came.
 */
public final class ContextLink {
    private static final ContextKey<SpanContext> KEY = ContextKey.named("sre-observability-link");

    private ContextLink() {}

    /**
     * Adds the link to the span that is built for a request, if there is one.
     *
     * @param extracted what {@link ContextPropagator#extract} returned
     * @return the same builder
     */
    public static SpanBuilder addTo(SpanBuilder span, Context extracted) {
        SpanContext related = extracted.get(KEY);
        return related == null ? span : span.addLink(related);
    }

    /** Only the ids: what else a stranger sends must not get into our spans. */
    static Context toStranger(Context context, SpanContext caller) {
        return caller.isValid()
                ? context.with(
                        KEY,
                        SpanContext.createFromRemoteParent(
                                caller.getTraceId(),
                                caller.getSpanId(),
                                TraceFlags.getDefault(),
                                TraceState.getDefault()))
                : context;
    }

    static Context toReplaced(Context context) {
        SpanContext ambient = Span.fromContext(context).getSpanContext();
        return ambient.isValid() ? context.with(KEY, ambient) : context;
    }
}
