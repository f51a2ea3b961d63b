package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.cloudwatch.delivery.Unacknowledged;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An exporter, whatever it exports.
 *
 * @param export begins an export
 * @param shutdown ends the exporter
 * @param isAcknowledged whether a success means that the receiver has the items
 * @param shown what it is called in messages
 */
record Exporting<T>(
        Function<List<T>, CompletableResultCode> export,
        Supplier<CompletableResultCode> shutdown,
        boolean isAcknowledged,
        String shown) {

    static Exporting<SpanData> of(SpanExporter exporter) {
        return new Exporting<>(
                exporter::export, exporter::shutdown, !(exporter instanceof Unacknowledged), exporter.toString());
    }

    static Exporting<LogRecordData> of(LogRecordExporter exporter) {
        return new Exporting<>(
                exporter::export, exporter::shutdown, !(exporter instanceof Unacknowledged), exporter.toString());
    }
}
