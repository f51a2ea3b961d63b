package io.sreobservability.aspects.propagation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.sreobservability.aspects.engine.InheritedAttributes;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tests of this package send and look at. */
final class HeaderCases {
    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    static final String PARENT = "00f067aa0ba902b7";
    static final String TRACEPARENT = "00-" + TRACE + "-" + PARENT + "-01";
    static final String ID = "investigation_4f1c2a9be07d3385";
    static final String BAGGAGE = "sre.investigation_id=" + ID;

    private HeaderCases() {}

    static Map<String, Object> meta(String... keysAndValues) {
        Map<String, Object> meta = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            meta.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return meta;
    }

    static Context extract(ContextPropagator propagator, Map<String, ?> meta) {
        return propagator.extract(Context.root(), meta, Carriers.meta());
    }

    static Map<String, Object> inject(Context context) {
        Map<String, Object> out = new HashMap<>();
        ContextPropagator.trusting().inject(context, out, Carriers.metaSetter());
        return out;
    }

    static SpanContext span(Context context) {
        return Span.fromContext(context).getSpanContext();
    }

    static @Nullable String investigation(Context context) {
        return InheritedAttributes.find(context, StandardAttributes.SRE_INVESTIGATION_ID);
    }
}
