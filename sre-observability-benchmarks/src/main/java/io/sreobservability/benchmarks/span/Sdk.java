package io.sreobservability.benchmarks.span;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/**
 * The SDK that the forms write to. It has no span processor: what happens to an ended span is the same for all forms, and
 * would only bring the ratios nearer to 1. Spans are recorded and metrics aggregated all the same.
 */
final class Sdk {
    private Sdk() {}

    static OpenTelemetrySdk of(Sampling sampling) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampling.sampler())
                        .build())
                .setMeterProvider(SdkMeterProvider.builder()
                        .registerMetricReader(new UnreadMetrics())
                        .build())
                .build();
    }
}
