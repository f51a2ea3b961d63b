package io.sreobservability.cloudwatch.limits;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import java.nio.ByteBuffer;
import java.util.List;

/** Attributes and other values in OTLP: a list of pairs of key and value. */
final class AttributeSize {
    private static final int BOOLEAN = ProtobufSize.TAG + 1;

    private AttributeSize() {}

    /** A field that is repeated for each attribute. */
    static int of(Attributes attributes) {
        int[] bytes = {0};
        attributes.forEach((key, value) -> bytes[0] += ProtobufSize.field(pair(key.getKey(), value)));
        return bytes[0];
    }

    private static int pair(String key, Object value) {
        return ProtobufSize.text(key) + ProtobufSize.field(of(value));
    }

    /** A value of any type that attributes and bodies of log records can have. */
    static int of(Object value) {
        if (value instanceof Value<?> wrapped) {
            return of(wrapped.getValue());
        }
        if (value instanceof String text) {
            return ProtobufSize.field(ProtobufSize.utf8(text));
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof Double) {
            return ProtobufSize.FIXED_64;
        }
        if (value instanceof Long number) {
            return ProtobufSize.TAG + ProtobufSize.varint(number);
        }
        if (value instanceof ByteBuffer bytes) {
            return ProtobufSize.field(bytes.remaining());
        }
        return value instanceof List<?> list ? list(list) : ProtobufSize.field(ProtobufSize.utf8(value.toString()));
    }

    /** Elements of an array, or pairs of a map: both are messages with one repeated field. */
    private static int list(List<?> list) {
        int bytes = 0;
        for (Object element : list) {
            bytes += ProtobufSize.field(
                    element instanceof KeyValue entry ? pair(entry.getKey(), entry.getValue()) : of(element));
        }
        return ProtobufSize.field(bytes);
    }
}
