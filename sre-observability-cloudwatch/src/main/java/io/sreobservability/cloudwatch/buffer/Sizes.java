package io.sreobservability.cloudwatch.buffer;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.ByteBuffer;
import java.util.List;

/** What items take in memory, roughly: texts by their length, everything else by a fixed sum. Large texts are what counts. */
final class Sizes {

    private static final int OBJECT = 64;
    private static final int SPAN = 512;
    private static final int LOG = 256;

    private Sizes() {}

    static int of(SpanData span) {
        long bytes = SPAN + span.getName().length() + of(span.getAttributes());
        for (var event : span.getEvents()) {
            bytes += OBJECT + event.getName().length() + of(event.getAttributes());
        }
        for (var link : span.getLinks()) {
            bytes += OBJECT + of(link.getAttributes());
        }
        return bounded(bytes);
    }

    static int of(LogRecordData log) {
        Value<?> body = log.getBodyValue();
        return bounded(LOG + of(log.getAttributes()) + (body == null ? 0 : of(body)));
    }

    private static int bounded(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static long of(Attributes attributes) {
        long[] bytes = {0};
        attributes.forEach((key, value) -> bytes[0] += OBJECT + ofPlain(value));
        return bytes[0];
    }

    private static long ofPlain(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof Value<?> nested) {
            return of(nested);
        }
        if (value instanceof KeyValue pair) {
            return pair.getKey().length() + of(pair.getValue());
        }
        if (value instanceof ByteBuffer buffer) {
            return buffer.remaining();
        }
        if (value instanceof List<?> list) {
            long bytes = OBJECT;
            for (Object element : list) {
                bytes += OBJECT + ofPlain(element);
            }
            return bytes;
        }
        return 0;
    }

    private static long of(Value<?> value) {
        return OBJECT + ofPlain(value.getValue());
    }
}
