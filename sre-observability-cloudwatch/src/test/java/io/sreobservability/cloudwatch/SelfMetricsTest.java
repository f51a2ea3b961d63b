package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The books, as an operator sees them in a dashboard. */
class SelfMetricsTest extends LocalTelemetry {

    @Test
    void theBooksAreExportedUnderOpenTelemetrysNamesIfAskedFor() {
        books.expectLiveSpans(1);
        try (SreTelemetry telemetry = start(config(
                "SRE_OBSERVABILITY_MODE", "collector",
                "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url(),
                "SRE_OBSERVABILITY_BUFFER_MEMORY_BYTES", "65536",
                "SRE_OBSERVABILITY_SELF_METRICS", "true"))) {
            Tracer tracer = telemetry.openTelemetry().getTracer("test");
            tracer.spanBuilder("live").startSpan();
            tracer.spanBuilder("too large")
                    .setAttribute("text", "x".repeat(100_000))
                    .startSpan()
                    .end();
            endSpan(telemetry, "delivered");
            assertThat(telemetry.flush(PLENTY)).as("one is lost").isFalse();
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
        assertThat(sum("otel.sdk.span.started")).isEqualTo(3);
        assertThat(sum("otel.sdk.exporter.span.exported")).isEqualTo(1);
        assertThat(sum("otel.sdk.processor.span.processed")).isEqualTo(1);
        assertThat(metrics("otel.sdk.processor.span.processed").toString()).contains("error.type", "queue_full");
        assertThat(metrics("otel.sdk.span.live")).isNotEmpty();
    }

    private List<Metric> metrics(String name) {
        return receiver.otlpMetrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .toList();
    }

    /** Counters go out as what was added since the last time. */
    private long sum(String name) {
        return metrics(name).stream()
                .flatMap(metric -> metric.getSum().getDataPointsList().stream())
                .mapToLong(point -> point.getAsInt())
                .sum();
    }

    @Test
    void otherwiseNobodyPaysForThem() {
        try (SreTelemetry telemetry =
                start(config("SRE_OBSERVABILITY_MODE", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url()))) {
            endSpan(telemetry, "a");
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
        assertThat(receiver.otlpMetrics()).isEmpty();
    }
}
