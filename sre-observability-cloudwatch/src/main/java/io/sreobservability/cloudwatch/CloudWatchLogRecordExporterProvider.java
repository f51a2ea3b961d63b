package io.sreobservability.cloudwatch;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.sreobservability.cloudwatch.otlp.Listener;
import java.time.Clock;

/**
 * Makes {@code OTEL_LOGS_EXPORTER=cloudwatch} known to OpenTelemetry's autoconfiguration, so that a program with an SDK set-up of its
 * own can send its log records to CloudWatch Logs, too.
 */
@AutoService(ConfigurableLogRecordExporterProvider.class)
public final class CloudWatchLogRecordExporterProvider implements ConfigurableLogRecordExporterProvider {

    static final String NAME = "cloudwatch";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public LogRecordExporter createExporter(ConfigProperties properties) {
        TelemetryConfig config = ExporterSettings.config(properties);
        ExporterSettings.require(config, "OTEL_LOGS_EXPORTER", TelemetryMode.AWS, TelemetryMode.LOCAL);
        return new Outlets(config, Clock.systemUTC(), Listener.ANYBODY)
                .newLogRecordExporter(
                        ExporterSettings.timeout(properties),
                        properties.getString("otel.service.name", "unknown_service"));
    }
}
