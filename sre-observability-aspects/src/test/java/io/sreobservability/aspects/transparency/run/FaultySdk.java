package io.sreobservability.aspects.transparency.run;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.Collection;
import java.util.List;

/** The real SDK with an extension that misbehaves. */
final class FaultySdk {
    /** What an extension does instead of its work. */
    interface Misdeed {
        void run();
    }

    private FaultySdk() {}

    static OpenTelemetry working(Sampler sampler) {
        return working(sampler, () -> {});
    }

    /** The exporter gets spans one by one, and tells of each. */
    static OpenTelemetry working(Sampler sampler, Misdeed exported) {
        return sdk(sampler, SimpleSpanProcessor.create(new Exporter(exported)));
    }

    static OpenTelemetry shutDown() {
        OpenTelemetrySdk sdk = sdk(Sampler.alwaysOn(), SimpleSpanProcessor.create(new Exporter(() -> {})));
        sdk.close();
        return sdk;
    }

    static OpenTelemetry exporter(Misdeed misdeed) {
        return sdk(Sampler.alwaysOn(), SimpleSpanProcessor.create(new Exporter(misdeed)));
    }

    static OpenTelemetry processorAtStart(Misdeed misdeed) {
        return sdk(Sampler.alwaysOn(), new Processor(misdeed, () -> {}));
    }

    static OpenTelemetry processorAtEnd(Misdeed misdeed) {
        return sdk(Sampler.alwaysOn(), new Processor(() -> {}, misdeed));
    }

    static OpenTelemetry sampler(Misdeed misdeed) {
        return sdk(new Decider(misdeed), new Processor(() -> {}, () -> {}));
    }

    private static OpenTelemetrySdk sdk(Sampler sampler, SpanProcessor processor) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(processor)
                        .build())
                .setMeterProvider(SdkMeterProvider.builder()
                        .registerMetricReader(InMemoryMetricReader.create())
                        .build())
                .build();
    }

    private record Exporter(Misdeed misdeed) implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            misdeed.run();
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private record Processor(Misdeed start, Misdeed end) implements SpanProcessor {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            start.run();
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            end.run();
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    private record Decider(Misdeed misdeed) implements Sampler {
        @Override
        public SamplingResult shouldSample(
                Context parent,
                String traceId,
                String name,
                SpanKind kind,
                Attributes attributes,
                List<LinkData> links) {
            misdeed.run();
            return SamplingResult.create(SamplingDecision.RECORD_AND_SAMPLE);
        }

        @Override
        public String getDescription() {
            return "misbehaving";
        }
    }
}
