package io.sreobservability.cloudwatch;

import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.buffer.PipelineLogExporter;
import io.sreobservability.cloudwatch.buffer.PipelineSpanExporter;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's own processors, which its autoconfiguration puts in front of every exporter. They forget what an exporter
 * fails to send, so in front of our pipelines they are replaced.
 */
final class StockProcessors {

    private StockProcessors() {}

    /** The processor of the pipeline if the given one stands directly in front of one; else the given one. */
    static SpanProcessor replace(SpanProcessor processor) {
        if (exporterOf(processor) instanceof PipelineSpanExporter pipeline) {
            SpanProcessor replacement = pipeline.processor();
            processor.shutdown();
            return replacement;
        }
        return processor;
    }

    private static @Nullable SpanExporter exporterOf(SpanProcessor processor) {
        if (processor instanceof BatchSpanProcessor batch) {
            return batch.getSpanExporter();
        }
        return processor instanceof SimpleSpanProcessor simple ? simple.getSpanExporter() : null;
    }

    /** The processor of the pipeline if the given one stands directly in front of one; else the given one. */
    static LogRecordProcessor replace(LogRecordProcessor processor) {
        if (exporterOf(processor) instanceof PipelineLogExporter pipeline) {
            LogRecordProcessor replacement = pipeline.processor();
            processor.shutdown();
            return replacement;
        }
        return processor;
    }

    private static @Nullable LogRecordExporter exporterOf(LogRecordProcessor processor) {
        if (processor instanceof BatchLogRecordProcessor batch) {
            return batch.getLogRecordExporter();
        }
        return processor instanceof SimpleLogRecordProcessor simple ? simple.getLogRecordExporter() : null;
    }
}
