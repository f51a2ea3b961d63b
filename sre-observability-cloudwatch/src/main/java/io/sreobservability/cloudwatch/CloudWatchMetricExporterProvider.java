package io.sreobservability.cloudwatch;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.cloudwatch.metrics.CloudWatchMetricExporter;
import io.sreobservability.cloudwatch.metrics.MetricClientSettings;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * Makes {@code OTEL_METRICS_EXPORTER=cloudwatch} known to OpenTelemetry's autoconfiguration, so that a program with an SDK
 * set-up of its own can use the exporter, too. {@link SreTelemetry} takes the same way in.
 */
@AutoService(ConfigurableMetricExporterProvider.class)
public final class CloudWatchMetricExporterProvider implements ConfigurableMetricExporterProvider {

    static final String NAME = "cloudwatch";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public MetricExporter createExporter(ConfigProperties properties) {
        TelemetryConfig config = ExporterSettings.config(properties);
        ExporterSettings.require(config, "OTEL_METRICS_EXPORTER", TelemetryMode.AWS, TelemetryMode.LOCAL);
        MetricClientSettings settings = config.mode() == TelemetryMode.LOCAL
                ? new MetricClientSettings(config.localEndpoint(), config.region(), config.namespace())
                : new MetricClientSettings(
                        config.destination().metrics(),
                        config.region(),
                        config.namespace(),
                        DefaultCredentialsProvider.builder().build());
        return new CloudWatchMetricExporter(
                settings,
                ExporterLedger.standalone(Signal.METRICS),
                new EndpointHealth(EndpointRule.origin(settings.endpoint()), InstantSource.system()),
                InstantSource.system());
    }
}
