package io.sreobservability.cloudwatch.buffer.codec;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.common.ValueType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of any depth: bodies of log records, and attributes of that type. */
final class Values {

    /** Deeper ones are not sent by anybody, and reading them must not end in an overflow of the stack. */
    private static final int DEEPEST = 64;

    /** Their places are what is written: new ones go to the end. */
    private static final List<ValueType> TYPES = List.of(
            ValueType.STRING,
            ValueType.BOOLEAN,
            ValueType.LONG,
            ValueType.DOUBLE,
            ValueType.ARRAY,
            ValueType.KEY_VALUE_LIST,
            ValueType.BYTES,
            ValueType.EMPTY);

    private Values() {}

    static void write(Output out, Value<?> value) {
        write(out, value, 0);
    }

    private static void write(Output out, Value<?> value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A value of too great a depth");
        }
        out.number(TYPES.indexOf(value.getType()));
        Object plain = value.getValue();
        switch (value.getType()) {
            case STRING -> out.text((String) plain);
            case BOOLEAN -> out.flag((Boolean) plain);
            case LONG -> out.number((Long) plain);
            case DOUBLE -> out.fixed(Double.doubleToRawLongBits((Double) plain));
            case BYTES -> {
                ByteBuffer bytes = ((ByteBuffer) plain).duplicate();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                out.block(copy);
            }
            case ARRAY -> {
                List<?> elements = (List<?>) plain;
                out.number(elements.size());
                elements.forEach(element -> write(out, (Value<?>) element, depth + 1));
            }
            case KEY_VALUE_LIST -> {
                List<?> pairs = (List<?>) plain;
                out.number(pairs.size());
                pairs.forEach(pair -> {
                    out.text(((KeyValue) pair).getKey());
                    write(out, ((KeyValue) pair).getValue(), depth + 1);
                });
            }
            case EMPTY -> {}
        }
    }

    static Value<?> read(Input in) {
        return switch (in.oneOf(TYPES)) {
            case STRING -> Value.of(in.text());
            case BOOLEAN -> Value.of(in.flag());
            case LONG -> Value.of(in.number());
            case DOUBLE -> Value.of(Double.longBitsToDouble(in.fixed()));
            case BYTES -> Value.of(in.block());
            case ARRAY -> {
                List<Value<?>> elements = new ArrayList<>();
                for (int left = in.count(); left > 0; left--) {
                    elements.add(read(in));
                }
                yield Value.of(elements);
            }
            case KEY_VALUE_LIST -> {
                List<KeyValue> pairs = new ArrayList<>();
                for (int left = in.count(); left > 0; left--) {
                    pairs.add(KeyValue.of(in.text(), read(in)));
                }
                yield Value.of(pairs.toArray(new KeyValue[0]));
            }
            case EMPTY -> Value.empty();
        };
    }

    static void writeOptional(Output out, @Nullable Value<?> value) {
        out.flag(value != null);
        if (value != null) {
            write(out, value);
        }
    }

    static @Nullable Value<?> readOptional(Input in) {
        return in.flag() ? read(in) : null;
    }
}
