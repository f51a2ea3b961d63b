package io.sreobservability.cloudwatch.outage;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Telemetry of spans alone to an OTLP receiver, with a buffer. */
final class Telemetry {

    private Telemetry() {}

    static SreTelemetry start(String url, Path buffer, Duration shutdownBudget) {
        return start(url, buffer, shutdownBudget, 16_777_216);
    }

    static SreTelemetry start(String url, Path buffer, Duration shutdownBudget, long memoryBytes) {
        GlobalOpenTelemetry.resetForTest();
        return SreTelemetry.start(TelemetryConfig.fromEnvironment(Map.of(
                        "SRE_OBSERVABILITY_MODE",
                        "collector",
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        url,
                        "SRE_OBSERVABILITY_BUFFER_DIR",
                        buffer.toString(),
                        "SRE_OBSERVABILITY_BUFFER_MEMORY_BYTES",
                        Long.toString(memoryBytes),
                        "OTEL_METRICS_EXPORTER",
                        "none",
                        "OTEL_LOGS_EXPORTER",
                        "none"))
                .withShutdownBudget(shutdownBudget));
    }
}
