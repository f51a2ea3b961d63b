package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Puts every sampled span that ends into a pipeline. */
public final class BufferedSpanProcessor implements SpanProcessor {

    private final Pipeline<SpanData> pipeline;

    public BufferedSpanProcessor(Pipeline<SpanData> pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled()) {
            pipeline.put(span::toSpanData);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return pipeline.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return pipeline.close();
    }

    @Override
    public String toString() {
        return "BufferedSpanProcessor{" + pipeline + "}";
    }
}
