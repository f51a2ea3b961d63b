package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.api.common.Value;
import io.opentelemetry.sdk.logs.data.LogRecordData;

/** A log record in OTLP. */
final class LogRecordSize {
    private static final int FIXED = 2 * ProtobufSize.FIXED_64 // When it was written and when it was seen.
            + ProtobufSize.TAG
            + 1 // Severity.
            + ProtobufSize.FIXED_32 // Flags.
            + ProtobufSize.TAG
            + ProtobufSize.varint(Integer.MAX_VALUE) // Dropped attributes.
            + ProtobufSize.field(16) // Trace id.
            + ProtobufSize.field(8); // Span id.

    private LogRecordSize() {}

    /** An upper bound that is a few bytes above the truth. */
    static int of(LogRecordData record) {
        Value<?> body = record.getBodyValue();
        String severity = record.getSeverityText();
        String event = record.getEventName();
        return FIXED
                + (body == null ? 0 : ProtobufSize.field(AttributeSize.of(body)))
                + (severity == null ? 0 : ProtobufSize.text(severity))
                + (event == null ? 0 : ProtobufSize.text(event))
                + AttributeSize.of(record.getAttributes());
    }
}
