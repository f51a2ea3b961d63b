package io.sreobservability.cloudwatch.outage;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;

/** OpenTelemetry's SDK as it comes, to compare with: its batch processor and its exporter, with their defaults. */
final class StockTelemetry {

    private StockTelemetry() {}

    static SdkTracerProvider start(String url) {
        return start(url, Duration.ofSeconds(5), 2_048);
    }

    static SdkTracerProvider start(String url, Duration delay, int queue) {
        return SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(url + "/v1/traces")
                                .setCompression("gzip")
                                .build())
                        .setScheduleDelay(delay)
                        .setMaxQueueSize(queue)
                        .build())
                .build();
    }
}
