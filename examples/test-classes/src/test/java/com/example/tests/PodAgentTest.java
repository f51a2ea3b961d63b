package com.example.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SreObservability;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Classes of src/test have their spans below those of src/main. */
class PodAgentTest {
    @RegisterExtension
    static final OpenTelemetryExtension OTEL = OpenTelemetryExtension.create();

    @Test
    void aToolOfTheTestsIsASpanOfTheAgentsTrace() {
        SreObservability.install(OTEL.getOpenTelemetry());

        new PodAgent(new ScriptedTool(Map.of("web-app", "Running"))::status).answer("Alice", "s-1", "web-app");

        assertThat(OTEL.getSpans())
                .extracting(SpanData::getName)
                .containsExactly("tool.get_pod_status", "agent.pods.execute");
        assertThat(OTEL.getSpans().get(0).getParentSpanId())
                .isEqualTo(OTEL.getSpans().get(1).getSpanId());
    }
}
