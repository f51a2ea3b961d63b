package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that set up OpenTelemetry themselves find our exporters by their names, for no more than our jar on the class path. */
class OwnSetUpTest extends AwsAccount {

    private OpenTelemetrySdk sdk(String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "otel.service.name", "theirs",
                "otel.traces.exporter", "xray",
                "otel.logs.exporter", "cloudwatch",
                "otel.metrics.exporter", "cloudwatch",
                "sre.observability.mode", "aws",
                "aws.region", REGION,
                "aws.endpoint.url", account().url()));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> properties)
                .build()
                .getOpenTelemetrySdk();
    }

    @Test
    void whatTheyRecordArrivesSigned() {
        try (OpenTelemetrySdk sdk = sdk()) {
            sdk.getTracer("theirs")
                    .spanBuilder("work")
                    .setAttribute("sre.tool_name", "get_pods")
                    .startSpan()
                    .end();
            sdk.getLogsBridge().get("theirs").logRecordBuilder().setBody("done").emit();
            sdk.getMeter("theirs").counterBuilder("Work").build().add(1);
            assertThat(sdk.getSdkTracerProvider().forceFlush().join(20, SECONDS).isSuccess())
                    .isTrue();
            assertThat(sdk.getSdkLoggerProvider().forceFlush().join(20, SECONDS).isSuccess())
                    .isTrue();
            assertThat(sdk.getSdkMeterProvider().forceFlush().join(20, SECONDS).isSuccess())
                    .isTrue();
        }
        assertThat(account().store().traces().traces())
                .singleElement()
                .satisfies(
                        trace -> assertThat(trace.get(0).attributes().values()).containsKey("aws.xray.annotations"));
        assertThat(account().store().logs().entries()).hasSize(1);
        // Beside what the SDK counts of itself, which SreTelemetry leaves out.
        assertThat(account().store().metrics().data())
                .anyMatch(datum -> datum.name().equals("Work"));
    }

    @ParameterizedTest
    @CsvSource({
        "collector, OTEL_TRACES_EXPORTER",
        "none, OTEL_TRACES_EXPORTER",
        "xray-daemon, OTEL_LOGS_EXPORTER",
    })
    void aModeInWhichAnExporterHasNoPlaceToSendToIsRefused(String mode, String key) {
        assertThatThrownBy(() -> sdk("sre.observability.mode", mode, "otel.metrics.exporter", "none"))
                .rootCause()
                .hasMessageStartingWith(key + ": our exporter sends in these modes only");
    }
}
