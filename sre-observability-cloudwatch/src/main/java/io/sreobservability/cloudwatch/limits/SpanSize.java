package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A span in OTLP. */
final class SpanSize {
    private static final int TRACE_ID = ProtobufSize.field(16);
    private static final int SPAN_ID = ProtobufSize.field(8);
    private static final int ENUM = ProtobufSize.TAG + 1;

    /** Fields 16 and above have tags of two bytes. */
    private static final int FLAGS = ProtobufSize.FIXED_32 + 1;

    /** How many attributes, events or links did not fit into a span. */
    private static final int DROPPED_COUNT = ProtobufSize.TAG + ProtobufSize.varint(Integer.MAX_VALUE);

    private static final int FIXED = TRACE_ID
            + 2 * SPAN_ID // Its own and its parent's.
            + ENUM // Kind.
            + 2 * ProtobufSize.FIXED_64 // Start and end.
            + 3 * DROPPED_COUNT
            + FLAGS;

    private SpanSize() {}

    /** An upper bound that is a few bytes above the truth. */
    static int of(SpanData span) {
        int bytes = FIXED
                + traceState(span.getSpanContext())
                + ProtobufSize.text(span.getName())
                + AttributeSize.of(span.getAttributes())
                + ProtobufSize.field(ENUM + ProtobufSize.text(span.getStatus().getDescription()));
        for (EventData event : span.getEvents()) {
            bytes += ProtobufSize.field(ProtobufSize.FIXED_64
                    + ProtobufSize.text(event.getName())
                    + AttributeSize.of(event.getAttributes())
                    + DROPPED_COUNT);
        }
        for (LinkData link : span.getLinks()) {
            bytes += ProtobufSize.field(TRACE_ID
                    + SPAN_ID
                    + traceState(link.getSpanContext())
                    + AttributeSize.of(link.getAttributes())
                    + DROPPED_COUNT
                    + FLAGS);
        }
        return bytes;
    }

    private static int traceState(SpanContext context) {
        TraceState state = context.getTraceState();
        int[] bytes = {0};
        // "key=value," for each entry.
        state.forEach((key, value) -> bytes[0] += key.length() + value.length() + 2);
        return state.isEmpty() ? 0 : ProtobufSize.field(bytes[0]);
    }
}
