package io.sreobservability.cloudwatch.buffer.codec;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Attributes: key, type and value of each. */
final class AttributesCodec {

    /** Their places are what is written: new ones go to the end. */
    private static final List<AttributeType> TYPES = List.of(
            AttributeType.STRING,
            AttributeType.BOOLEAN,
            AttributeType.LONG,
            AttributeType.DOUBLE,
            AttributeType.STRING_ARRAY,
            AttributeType.BOOLEAN_ARRAY,
            AttributeType.LONG_ARRAY,
            AttributeType.DOUBLE_ARRAY,
            AttributeType.VALUE);

    private AttributesCodec() {}

    static void write(Output out, Attributes attributes) {
        out.number(attributes.size());
        attributes.forEach((key, value) -> {
            out.text(key.getKey());
            out.number(TYPES.indexOf(key.getType()));
            write(out, key.getType(), value);
        });
    }

    private static void write(Output out, AttributeType type, Object value) {
        switch (type) {
            case STRING -> out.text((String) value);
            case BOOLEAN -> out.flag((Boolean) value);
            case LONG -> out.number((Long) value);
            case DOUBLE -> out.fixed(Double.doubleToRawLongBits((Double) value));
            case VALUE -> Values.write(out, (Value<?>) value);
            case STRING_ARRAY -> list(out, AttributeType.STRING, value);
            case BOOLEAN_ARRAY -> list(out, AttributeType.BOOLEAN, value);
            case LONG_ARRAY -> list(out, AttributeType.LONG, value);
            case DOUBLE_ARRAY -> list(out, AttributeType.DOUBLE, value);
        }
    }

    private static void list(Output out, AttributeType elements, Object value) {
        List<?> list = (List<?>) value;
        out.number(list.size());
        list.forEach(element -> write(out, elements, element));
    }

    static Attributes read(Input in) {
        AttributesBuilder attributes = Attributes.builder();
        for (int left = in.count(); left > 0; left--) {
            String key = in.text();
            switch (in.oneOf(TYPES)) {
                case STRING -> attributes.put(AttributeKey.stringKey(key), in.text());
                case BOOLEAN -> attributes.put(AttributeKey.booleanKey(key), in.flag());
                case LONG -> attributes.put(AttributeKey.longKey(key), in.number());
                case DOUBLE -> attributes.put(AttributeKey.doubleKey(key), real(in));
                case VALUE -> attributes.put(AttributeKey.valueKey(key), Values.read(in));
                case STRING_ARRAY -> attributes.put(AttributeKey.stringArrayKey(key), list(in, in::text));
                case BOOLEAN_ARRAY -> attributes.put(AttributeKey.booleanArrayKey(key), list(in, in::flag));
                case LONG_ARRAY -> attributes.put(AttributeKey.longArrayKey(key), list(in, in::number));
                case DOUBLE_ARRAY -> attributes.put(AttributeKey.doubleArrayKey(key), list(in, () -> real(in)));
            }
        }
        return attributes.build();
    }

    private static double real(Input in) {
        return Double.longBitsToDouble(in.fixed());
    }

    private static <E> List<E> list(Input in, Supplier<E> element) {
        List<E> list = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            list.add(element.get());
        }
        return list;
    }
}
