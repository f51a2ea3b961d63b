package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/**
 * A pipeline in the place of an exporter. The set-up replaces the processor in front of it; where somebody else's exporter
 * came in between, to change spans say, the processor stays, and what comes out of that exporter is buffered here.
 */
public final class PipelineSpanExporter implements SpanExporter {

    private final Pipeline<SpanData> pipeline;
    private volatile boolean replaced;

    public PipelineSpanExporter(Pipeline<SpanData> pipeline) {
        this.pipeline = pipeline;
    }

    /** A processor for the pipeline. The one that has this exporter is to be shut down, which ends nothing any more. */
    public BufferedSpanProcessor processor() {
        replaced = true;
        return new BufferedSpanProcessor(pipeline);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        spans.forEach(span -> pipeline.put(() -> span));
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return replaced ? CompletableResultCode.ofSuccess() : pipeline.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return replaced ? CompletableResultCode.ofSuccess() : pipeline.close();
    }

    @Override
    public String toString() {
        return pipeline.toString();
    }
}
