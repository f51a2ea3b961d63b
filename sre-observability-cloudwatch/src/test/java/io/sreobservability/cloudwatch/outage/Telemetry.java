package io.sreobservability.cloudwatch.outage;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.sreobservability.cloudwatch.SreTelemetry;
import io.sreobservability.cloudwatch.TelemetryBooks;
import io.sreobservability.cloudwatch.TelemetryConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Telemetry of spans alone to an OTLP receiver, with a buffer. */
final class Telemetry {

    private Telemetry() {}

    /** One whose books are looked at when the test is over. */
    static SreTelemetry start(TelemetryBooks books, String url, Path buffer, Duration shutdownBudget) {
        GlobalOpenTelemetry.resetForTest();
        return books.start(config(url, buffer, shutdownBudget));
    }

    static TelemetryConfig config(String url, Path buffer, Duration shutdownBudget) {
        return TelemetryConfig.fromEnvironment(Map.of(
                        "SRE_OBSERVABILITY_MODE",
                        "collector",
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        url,
                        "SRE_OBSERVABILITY_BUFFER_DIR",
                        buffer.toString(),
                        "OTEL_METRICS_EXPORTER",
                        "none",
                        "OTEL_LOGS_EXPORTER",
                        "none"))
                .withShutdownBudget(shutdownBudget);
    }
}
