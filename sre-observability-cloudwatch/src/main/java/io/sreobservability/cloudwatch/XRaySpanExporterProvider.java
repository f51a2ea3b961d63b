package io.sreobservability.cloudwatch;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.otlp.Listener;
import java.time.Clock;

/**
 * Makes {@code OTEL_TRACES_EXPORTER=xray} known to OpenTelemetry's autoconfiguration, so that a program with an SDK set-up of its
 * own can send its spans to X-Ray, too.
 */
@AutoService(ConfigurableSpanExporterProvider.class)
public final class XRaySpanExporterProvider implements ConfigurableSpanExporterProvider {

    static final String NAME = "xray";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public SpanExporter createExporter(ConfigProperties properties) {
        TelemetryConfig config = ExporterSettings.config(properties);
        ExporterSettings.require(
                config, "OTEL_TRACES_EXPORTER", TelemetryMode.AWS, TelemetryMode.LOCAL, TelemetryMode.XRAY_DAEMON);
        return new Outlets(config, Clock.systemUTC(), Listener.ANYBODY)
                .newSpanExporter(ExporterSettings.timeout(properties));
    }
}
