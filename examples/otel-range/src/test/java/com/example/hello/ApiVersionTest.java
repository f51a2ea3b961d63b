package com.example.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.aspects.propagation.Carriers;
import io.sreobservability.aspects.propagation.ContextPropagator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Which OpenTelemetry the woven classes run with, and what needs more of it than spans and metrics. */
class ApiVersionTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String BAGGAGE = "sre.investigation_id=investigation_4f1c2a9be07d3385";

    @Test
    void itIsTheVersionThatWasAskedFor() {
        String jar = OpenTelemetry.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .replaceFirst(".*/", "");

        assertThat(jar).isEqualTo("opentelemetry-api-" + System.getProperty("otel.api.version") + ".jar");
        System.out.println("Woven classes ran with " + jar);
    }

    @Test
    void contextGoesInAndOut() {
        Context incoming = ContextPropagator.trusting()
                .extract(
                        Context.root(),
                        Map.of("traceparent", TRACEPARENT, "tracestate", "k=v", "baggage", BAGGAGE),
                        Carriers.meta());
        Map<String, Object> sentOn = new HashMap<>();
        ContextPropagator.trusting().inject(incoming, sentOn, Carriers.metaSetter());

        assertThat(Span.fromContext(incoming).getSpanContext().isRemote()).isTrue();
        assertThat(sentOn).isEqualTo(Map.of("traceparent", TRACEPARENT, "tracestate", "k=v", "baggage", BAGGAGE));
    }

    @AfterAll
    static void nothingWasMissing() {
        assertThat(SreObservability.selfCounters().faults()).isZero();
    }
}
