package com.example.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.telemetry.DimensionNames;
import com.example.telemetry.ExtensionAttributes;
import com.example.telemetry.MetricNames;
import com.example.telemetry.SpanNames;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SreObservability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two modules record together, by names of the standard, of the company and of one module. */
class NightAgentTest {
    @RegisterExtension
    static final OpenTelemetryExtension OTEL = OpenTelemetryExtension.create();

    @BeforeEach
    void record() {
        SreObservability.install(OTEL.getOpenTelemetry());
        assertThat(new NightAgent().cleanUp("Alice", "s-1", "zoo")).isEqualTo("Running");
    }

    private static SpanData span(String name) {
        return OTEL.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSharedRegistryAddsAttributesAndSpanFamilies() {
        assertThat(span(SpanNames.JOB_CLEAN_UP).getAttributes().get(ExtensionAttributes.EXAMPLE_TENANT.key()))
                .isEqualTo("zoo");
        assertThat(span("tool.get_pod_status").getAttributes().get(ExtensionAttributes.EXAMPLE_TENANT.key()))
                .isEqualTo("zoo");
    }

    @Test
    void aModuleAddsAttributesOfItsOwn() {
        assertThat(span("tool.get_pod_status").getAttributes().get(AttributeKey.longKey("pods.restarts")))
                .isEqualTo(7);
    }

    @Test
    void aSharedRegistryAddsMetrics() {
        MetricData jobs = OTEL.getMetrics().stream()
                .filter(metric -> metric.getName().equals(MetricNames.NIGHT_JOBS))
                .findFirst()
                .orElseThrow();

        assertThat(jobs.getLongSumData().getPoints()).singleElement().satisfies(point -> {
            assertThat(point.getValue()).isEqualTo(1);
            assertThat(point.getAttributes().get(AttributeKey.stringKey(DimensionNames.TENANT)))
                    .isEqualTo("zoo");
        });
    }
}
