package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.sreobservability.aspects.propagation.Carriers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a start sets up, and what it leaves alone. */
class SreTelemetryStartTest extends LocalTelemetry {

    @Test
    void theStartUpLineNamesModeEndpointsRegionAndNamespaceAndNoSecret() {
        try (SreTelemetry telemetry =
                start(config("OTEL_EXPORTER_OTLP_HEADERS", "authorization=swordfish", "AWS_REGION", "eu-central-1"))) {
            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("mode local")
                            .contains("traces -> " + receiver.url())
                            .contains("logs -> " + receiver.url())
                            .contains("metrics -> " + receiver.url())
                            .contains("region eu-central-1")
                            .contains("namespace SREAgent/Production")
                            .doesNotContain("swordfish"));
            assertThat(telemetry.openTelemetry()).isNotNull();
        }
    }

    @Test
    void itIsTheGlobalOpenTelemetryFromTheStartOn() {
        try (SreTelemetry telemetry = start(config())) {
            GlobalOpenTelemetry.getTracer("library")
                    .spanBuilder("library span")
                    .startSpan()
                    .end();
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).extracting(span -> span.getName()).containsExactly("library span");
        }
    }

    @Test
    void theTraceIsPropagatedButNotTheApplicationsBaggage() {
        try (SreTelemetry telemetry = start(config())) {
            assertThat(propagated(telemetry)).containsOnlyKeys("traceparent");
        }
    }

    @Test
    void aServiceThatAnybodyCanCallMayDistrustItsCallers() {
        Map<String, Object> request = Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        try (SreTelemetry telemetry = start(config())) {
            assertThat(callersSpan(telemetry, request).isSampled()).isTrue();
        }
        GlobalOpenTelemetry.resetForTest();
        try (SreTelemetry telemetry = start(config("OTEL_PROPAGATORS", "sre-untrusted"))) {
            assertThat(callersSpan(telemetry, request).isValid()).isFalse();
            assertThat(propagated(telemetry)).containsOnlyKeys("traceparent");
        }
    }

    private static SpanContext callersSpan(SreTelemetry telemetry, Map<String, Object> request) {
        TextMapPropagator propagator =
                telemetry.openTelemetry().getPropagators().getTextMapPropagator();
        return Span.fromContext(propagator.extract(Context.root(), request, Carriers.meta()))
                .getSpanContext();
    }

    private static Map<String, Object> propagated(SreTelemetry telemetry) {
        Span span = telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("request")
                .startSpan();
        Context context = Context.root()
                .with(span)
                .with(Baggage.builder().put("sre.user_id", "Alice").build());
        Map<String, Object> sent = new HashMap<>();
        telemetry.openTelemetry().getPropagators().getTextMapPropagator().inject(context, sent, Carriers.metaSetter());
        span.end();
        return sent;
    }

    @Test
    void theStandardVariablesWin() {
        try (LoopbackReceiver other = new LoopbackReceiver();
                SreTelemetry telemetry = start(config(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", other.url(),
                        "OTEL_TRACES_SAMPLER", "always_off",
                        "OTEL_EXPORTER_OTLP_COMPRESSION", "none"))) {
            endSpan(telemetry, "unsampled");
            telemetry
                    .openTelemetry()
                    .getLogsBridge()
                    .get("test")
                    .logRecordBuilder()
                    .setBody("hello")
                    .emit();
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(other.spans()).isEmpty();
            assertThat(other.logs()).hasSize(1);
            assertThat(other.encodings()).containsExactly("/v1/logs null");
            assertThat(receiver.logs()).isEmpty();
        }
    }

    @Test
    void aFixedServiceNameWinsAndADefaultOneDoesNot() {
        TelemetryConfig shared = config("OTEL_SERVICE_NAME", "sre-agent");
        try (SreTelemetry telemetry = start(shared.withServiceName("logs-backend"))) {
            endSpan(telemetry, "a");
            telemetry.flush(PLENTY);
        }
        GlobalOpenTelemetry.resetForTest();
        try (SreTelemetry telemetry = start(shared.withDefaultServiceName("ignored"))) {
            endSpan(telemetry, "b");
            telemetry.flush(PLENTY);
        }
        GlobalOpenTelemetry.resetForTest();
        try (SreTelemetry telemetry = start(config().withDefaultServiceName("used"))) {
            endSpan(telemetry, "c");
            telemetry.flush(PLENTY);
        }
        assertThat(receiver.resourceSpans())
                .flatExtracting(resource -> resource.getResource().getAttributesList())
                .filteredOn(attribute -> attribute.getKey().equals("service.name"))
                .extracting(attribute -> attribute.getValue().getStringValue())
                .containsExactly("logs-backend", "sre-agent", "used");
    }

    @Test
    void modeNoneSendsNothingAndLeavesTheGlobalToTheApplication() {
        try (SreTelemetry telemetry =
                start(TelemetryConfig.fromEnvironment(Map.of("SRE_OBSERVABILITY_LOCAL_ENDPOINT", receiver.url())))) {
            endSpan(telemetry, "a");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(GlobalOpenTelemetry.isSet()).isFalse();
            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("mode none"));
        }
        assertThat(receiver.encodings()).isEmpty();
    }

    @Test
    void aProgramThatSetTheGlobalItselfIsWarnedAndServed() {
        GlobalOpenTelemetry.set(io.opentelemetry.api.OpenTelemetry.noop());
        try (SreTelemetry telemetry = start(config())) {
            endSpan(telemetry, "ours");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).hasSize(1);
            assertThat(log.messages(Level.WARN))
                    .filteredOn(line -> line.contains("GlobalOpenTelemetry"))
                    .hasSize(1);
        }
    }
}
