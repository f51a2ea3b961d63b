package io.sreobservability.aspects.content;

import io.sreobservability.aspects.naming.EnumNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value of which only the run time knows what it is, such as an entry of a {@code Map<String, Object>}.
 *
 * <p>Only values whose text is the JDK's own are written: for any other object its class name stands in, because the
 * {@code toString} of a user's class may block, fail, or say more than it should.
 */
final class AnyValue {
    private static final int MAX_BIG_NUMBER_BITS = 1024;

    private AnyValue() {}

    static void write(JsonSink json, @Nullable Object value) {
        if (value == null) {
            json.nothing();
        } else if (value instanceof String text) {
            json.value(text);
        } else if (value instanceof Boolean flag) {
            json.value(flag.booleanValue());
        } else if (value instanceof Number number) {
            number(json, number);
        } else if (value instanceof Map<?, ?> map) {
            object(json, map);
        } else if (value instanceof Collection<?> elements) {
            array(json, elements);
        } else if (value instanceof Optional<?> optional) {
            write(json, optional.orElse(null));
        } else if (value.getClass().isArray()) {
            arrayOf(json, value);
        } else {
            json.value(text(value, json.longest()));
        }
    }

    private static void object(JsonSink json, Map<?, ?> map) {
        if (!json.beginObject()) {
            return;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!json.key(keyText(entry.getKey(), json.longest()))) {
                break;
            }
            write(json, entry.getValue());
        }
        json.endObject();
    }

    /** How a key of a map is written, which JSON wants to be text. */
    static String keyText(@Nullable Object key, int longest) {
        return key == null ? "null" : text(key, longest);
    }

    private static void array(JsonSink json, Collection<?> elements) {
        if (!json.beginArray()) {
            return;
        }
        for (Object element : elements) {
            if (!json.more()) {
                break;
            }
            write(json, element);
        }
        json.endArray();
    }

    private static void arrayOf(JsonSink json, Object array) {
        if (!json.beginArray()) {
            return;
        }
        if (array instanceof Object[] elements) {
            for (int i = 0; i < elements.length && json.more(); i++) {
                write(json, elements[i]);
            }
        } else {
            Primitives.write(json, array);
        }
        json.endArray();
    }

    private static void number(JsonSink json, Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            json.value(number.longValue());
        } else if (number instanceof Double) {
            json.value(number.doubleValue());
        } else if (number instanceof Float) {
            json.value(number.floatValue());
        } else if (isBigNumber(number)) {
            json.number(number.toString());
        } else {
            json.value(text(number, json.longest()));
        }
    }

    /** Of the JDK's own classes, for others may do anything, and of a size whose text is quickly made. */
    private static boolean isBigNumber(Number number) {
        return (number.getClass() == BigInteger.class && ((BigInteger) number).bitLength() <= MAX_BIG_NUMBER_BITS)
                || (number.getClass() == BigDecimal.class
                        && ((BigDecimal) number).unscaledValue().bitLength() <= MAX_BIG_NUMBER_BITS);
    }

    /** What is not text already is copied only as far as it is looked at. */
    private static String text(Object value, int longest) {
        if (value instanceof String string) {
            return string;
        }
        if (value instanceof StringBuilder || value instanceof StringBuffer) {
            CharSequence characters = (CharSequence) value;
            return characters
                    .subSequence(0, Math.min(longest, characters.length()))
                    .toString();
        }
        if (value instanceof Enum<?> constant) {
            return EnumNames.lowerCase(constant);
        }
        boolean ofTheJdk = value instanceof Character
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Boolean
                || value instanceof UUID
                || value.getClass().getPackageName().equals("java.time");
        return ofTheJdk ? value.toString() : value.getClass().getName();
    }
}
