package com.example.lombok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.sreobservability.aspects.SreObservability;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The woven classes, as an application would run them. */
class LombokTest {
    @RegisterExtension
    static final OpenTelemetryExtension OTEL = OpenTelemetryExtension.create();

    private final PodTool tool = new PodTool("prod");

    @BeforeEach
    void record() {
        SreObservability.install(OTEL.getOpenTelemetry());
    }

    private static PodQuery query(int limit) {
        return PodQuery.builder()
                .namespace("shop")
                .labels(Map.of("app", "web"))
                .limit(limit)
                .build();
    }

    @Test
    void valuesComeFromMethodsThatLombokWrote() {
        assertThat(tool.answer("Alice", "s-1", query(1)).getText()).isEqualTo("prod/web-app");

        assertThat(OTEL.getSpans())
                .extracting(SpanData::getName)
                .containsExactly("tool.find_pods", "agent.pods.execute");
        SpanData agent = OTEL.getSpans().get(1);
        assertThat(agent.getAttributes().get(AttributeKey.longKey("sre.tools_invoked")))
                .isEqualTo(1);
    }

    @Test
    void aFailureAsAValueIsReadFromMethodsThatLombokWrote() {
        tool.answer("Alice", "s-1", query(0));

        SpanData span = OTEL.getSpans().get(0);
        assertThat(span.getStatus().getStatusCode())
                .isEqualTo(StatusData.error().getStatusCode());
        assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("LIMIT");
    }

    @Test
    void aMethodThatLombokRewroteIsWoven() {
        assertThatThrownBy(() -> tool.read("web-app")).isInstanceOf(IOException.class);

        assertThat(OTEL.getSpans())
                .singleElement()
                .extracting(SpanData::getName)
                .isEqualTo("tool.read_logs");
    }
}
