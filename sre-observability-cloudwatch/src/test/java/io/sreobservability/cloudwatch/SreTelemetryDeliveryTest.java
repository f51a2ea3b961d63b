package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is recorded arrives. */
class SreTelemetryDeliveryTest extends LocalTelemetry {

    @Test
    void aSpanALogRecordAndAMetricArriveThroughTheirWireFormats() {
        try (SreTelemetry telemetry = start(config("OTEL_SERVICE_NAME", "sre-agent"))) {
            Span span = telemetry
                    .openTelemetry()
                    .getTracer("test")
                    .spanBuilder("tool.get_pods")
                    .startSpan();
            telemetry
                    .openTelemetry()
                    .getLogsBridge()
                    .get("test")
                    .logRecordBuilder()
                    .setContext(Context.root().with(span))
                    .setSeverity(Severity.INFO)
                    .setBody("found 3 pods")
                    .emit();
            span.end();
            DoubleHistogram duration = telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .histogramBuilder("ToolExecution")
                    .setUnit("ms")
                    .build();
            Attributes dimensions = Attributes.of(
                    AttributeKey.stringKey("ToolName"), "get_pods", AttributeKey.stringKey("AgentName"), "kubernetes");
            duration.record(12.5, dimensions);
            duration.record(40, dimensions);

            assertThat(telemetry.flush(PLENTY)).isTrue();

            assertThat(receiver.spans()).singleElement().satisfies(received -> {
                assertThat(received.getName()).isEqualTo("tool.get_pods");
                assertThat(hex(received.getTraceId().toByteArray()))
                        .isEqualTo(span.getSpanContext().getTraceId());
            });
            assertThat(receiver.resourceSpans().get(0).getResource().getAttributesList())
                    .anySatisfy(attribute -> {
                        assertThat(attribute.getKey()).isEqualTo("service.name");
                        assertThat(attribute.getValue().getStringValue()).isEqualTo("sre-agent");
                    });
            assertThat(receiver.logs()).singleElement().satisfies(received -> {
                assertThat(received.getBody().getStringValue()).isEqualTo("found 3 pods");
                assertThat(hex(received.getTraceId().toByteArray()))
                        .isEqualTo(span.getSpanContext().getTraceId());
            });
            assertThat(receiver.requests()).singleElement().satisfies(request -> {
                assertThat(request.namespace()).isEqualTo("SREAgent/Production");
                assertThat(request.data()).singleElement().satisfies(datum -> {
                    assertThat(datum.name()).isEqualTo("ToolExecution");
                    assertThat(datum.unit()).isEqualTo("Milliseconds");
                    assertThat(datum.dimensions()).isEqualTo(Map.of("ToolName", "get_pods", "AgentName", "kubernetes"));
                    assertThat(datum.samples()).isEqualTo(Map.of(12.5, 1.0, 40.0, 1.0));
                });
            });
        }
    }

    @Test
    void whatStaysOnThisMachineIsCompressedOnlyIfAVariableSaysSo() {
        try (SreTelemetry telemetry = start(config())) {
            endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
        try (SreTelemetry telemetry = start(config("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"))) {
            endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }

        assertThat(receiver.encodings()).containsSubsequence("/v1/traces null", "/v1/traces gzip");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void anEndedSpanLeavesByItself() {
        try (SreTelemetry telemetry = start(config())) {
            endSpan(telemetry, "supervisor.investigate");
            await().atMost(20, SECONDS).until(() -> receiver.spans().size() == 1);
        }
    }

    @Test
    void closingSendsWhatIsLeftMetricsIncluded() {
        SreTelemetry telemetry = start(config());
        endSpan(telemetry, "agent.logs.execute");
        telemetry
                .openTelemetry()
                .getMeter("test")
                .counterBuilder("AgentRouting")
                .setUnit("{count}")
                .build()
                .add(2);
        telemetry.close();
        telemetry.close();
        assertThat(receiver.spans()).hasSize(1);
        assertThat(receiver.data()).singleElement().satisfies(datum -> {
            assertThat(datum.unit()).isEqualTo("Count");
            assertThat(datum.sum()).isEqualTo(2);
        });
        assertThat(log.messages(Level.WARN)).noneMatch(line -> line.contains("shutdown"));
    }

    @Test
    void metricsAreTheChangeSinceTheLastFlush() {
        try (SreTelemetry telemetry = start(config())) {
            var counter = telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .counterBuilder("AgentRouting")
                    .build();
            counter.add(2);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            counter.add(3);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.data()).extracting(PutMetricData.Datum::sum).containsExactly(2.0, 3.0);
        }
    }

    @Test
    void exportingIsNotTraced() {
        try (SreTelemetry telemetry = start(config("OTEL_METRIC_EXPORT_INTERVAL", "50"))) {
            telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .gaugeBuilder("Level")
                    .buildWithCallback(level -> level.record(1));
            await().atMost(20, SECONDS).until(() -> receiver.requests().size() >= 5);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).isEmpty();
        }
    }
}
