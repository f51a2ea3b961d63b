package io.sreobservability.cloudwatch;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Fits OpenTelemetry's OTLP exporters to a receiver on the same machine, to a collector or to AWS, and keeps the numbers they take of
 * themselves out of the application's CloudWatch namespace.
 */
final class OtlpExporters {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** The default would try a dead endpoint for 8 seconds before anybody hears of it. */
    private static final RetryPolicy RETRIES = RetryPolicy.builder()
            .setMaxAttempts(3)
            .setInitialBackoff(Duration.ofMillis(200))
            .setMaxBackoff(Duration.ofSeconds(1))
            .setBackoffMultiplier(2)
            .build();

    private OtlpExporters() {}

    /** The exporter, with the sender that {@code sender} finds, or with OpenTelemetry's own if that is null. */
    static SpanExporter fit(SpanExporter exporter, URI endpoint, @Nullable ComponentLoader sender) {
        if (exporter instanceof OtlpHttpSpanExporter stock) {
            OtlpHttpSpanExporterBuilder fitted = stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(RETRIES)
                    .setProxy(ProxyOptions.create(way(endpoint)))
                    .setMeterProvider(MeterProvider.noop());
            if (sender != null) {
                fitted.setComponentLoader(sender);
            }
            stock.shutdown();
            return fitted.build();
        }
        return exporter;
    }

    /** The exporter, with the sender that {@code sender} finds, or with OpenTelemetry's own if that is null. */
    static LogRecordExporter fit(LogRecordExporter exporter, URI endpoint, @Nullable ComponentLoader sender) {
        if (exporter instanceof OtlpHttpLogRecordExporter stock) {
            OtlpHttpLogRecordExporterBuilder fitted = stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(RETRIES)
                    .setProxyOptions(ProxyOptions.create(way(endpoint)))
                    .setMeterProvider(MeterProvider.noop());
            if (sender != null) {
                fitted.setComponentLoader(sender);
            }
            stock.shutdown();
            return fitted.build();
        }
        return exporter;
    }

    /** The exporter, with the sender that {@code sender} finds, or with OpenTelemetry's own if that is null. */
    static MetricExporter fit(MetricExporter exporter, URI endpoint, @Nullable ComponentLoader sender) {
        if (exporter instanceof OtlpHttpMetricExporter stock) {
            OtlpHttpMetricExporterBuilder fitted = stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(RETRIES)
                    .setProxyOptions(ProxyOptions.create(way(endpoint)))
                    .setMeterProvider(MeterProvider.noop());
            if (sender != null) {
                fitted.setComponentLoader(sender);
            }
            stock.shutdown();
            return fitted.build();
        }
        return exporter;
    }

    /** A receiver on this machine is never asked through a proxy, whatever {@code http.nonProxyHosts} says. */
    private static ProxySelector way(URI endpoint) {
        return EndpointRule.isLoopback(endpoint) ? HttpClient.Builder.NO_PROXY : ProxySelector.getDefault();
    }
}
