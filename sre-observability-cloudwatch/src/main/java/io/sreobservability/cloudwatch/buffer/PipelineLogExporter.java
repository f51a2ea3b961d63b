package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;

/** A pipeline in the place of an exporter; see {@link PipelineSpanExporter}. */
public final class PipelineLogExporter implements LogRecordExporter {

    private final Pipeline<LogRecordData> pipeline;
    private volatile boolean replaced;

    public PipelineLogExporter(Pipeline<LogRecordData> pipeline) {
        this.pipeline = pipeline;
    }

    /** A processor for the pipeline. The one that has this exporter is to be shut down, which ends nothing any more. */
    public BufferedLogProcessor processor() {
        replaced = true;
        return new BufferedLogProcessor(pipeline);
    }

    @Override
    public CompletableResultCode export(Collection<LogRecordData> logs) {
        logs.forEach(log -> pipeline.put(() -> log));
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
