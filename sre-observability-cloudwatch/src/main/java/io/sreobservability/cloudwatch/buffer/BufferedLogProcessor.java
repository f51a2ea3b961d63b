package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.data.LogRecordData;

/** Puts every log record into a pipeline. */
public final class BufferedLogProcessor implements LogRecordProcessor {

    private final Pipeline<LogRecordData> pipeline;

    public BufferedLogProcessor(Pipeline<LogRecordData> pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void onEmit(Context context, ReadWriteLogRecord logRecord) {
        pipeline.put(logRecord::toLogRecordData);
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
        return "BufferedLogProcessor{" + pipeline + "}";
    }
}
