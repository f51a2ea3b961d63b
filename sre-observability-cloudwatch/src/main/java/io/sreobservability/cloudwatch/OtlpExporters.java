package io.sreobservability.cloudwatch;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Fits OpenTelemetry's OTLP exporters, by HTTP or gRPC, to a receiver on the same machine, to a collector or to AWS, gives them a
 * sender of ours, and keeps the numbers they take of themselves out of the application's CloudWatch namespace. Other exporters stay
 * as they are.
 *
 * <p>By gRPC spans and log records get one try: OpenTelemetry's sender does not tell when an earlier one may have been taken. The
 * buffer in front of it tries again, and counts.
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

    static SpanExporter fit(SpanExporter exporter, URI endpoint, ComponentLoader sender) {
        if (exporter instanceof OtlpHttpSpanExporter stock) {
            stock.shutdown();
            return stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(RETRIES)
                    .setProxy(ProxyOptions.create(way(endpoint)))
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
        }
        if (exporter instanceof OtlpGrpcSpanExporter stock) {
            stock.shutdown();
            return stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(null)
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
        }
        return exporter;
    }

    static LogRecordExporter fit(LogRecordExporter exporter, URI endpoint, ComponentLoader sender) {
        if (exporter instanceof OtlpHttpLogRecordExporter stock) {
            stock.shutdown();
            return stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(RETRIES)
                    .setProxyOptions(ProxyOptions.create(way(endpoint)))
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
        }
        if (exporter instanceof OtlpGrpcLogRecordExporter stock) {
            stock.shutdown();
            return stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(null)
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
        }
        return exporter;
    }

    static MetricExporter fit(MetricExporter exporter, URI endpoint, ComponentLoader sender) {
        if (exporter instanceof OtlpHttpMetricExporter stock) {
            stock.shutdown();
            return stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(RETRIES)
                    .setProxyOptions(ProxyOptions.create(way(endpoint)))
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
        }
        if (exporter instanceof OtlpGrpcMetricExporter stock) {
            stock.shutdown();
            return stock.toBuilder()
                    .setConnectTimeout(CONNECT)
                    .setRetryPolicy(RETRIES)
                    .setMeterProvider(MeterProvider.noop())
                    .setComponentLoader(sender)
                    .build();
        }
        return exporter;
    }

    /** A receiver on this machine is never asked through a proxy, whatever {@code http.nonProxyHosts} says. */
    private static ProxySelector way(URI endpoint) {
        return EndpointRule.isLoopback(endpoint) ? HttpClient.Builder.NO_PROXY : ProxySelector.getDefault();
    }
}
