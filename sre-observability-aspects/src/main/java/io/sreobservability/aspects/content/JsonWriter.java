package io.sreobservability.aspects.content;

import io.sreobservability.aspects.naming.EnumNames;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON of bounded length and depth. What does not fit is left out; the result is always a valid
 * document. Secrets are redacted, in text and by the name of a map key.
 *
 * <p>Only values whose text is the JDK's own are written: for any other object its class name stands in, because the
 * {@code toString} of a user's class may block, fail, or say more than it should.
 */
final class JsonWriter {
    /** How many objects and arrays may be open inside each other. */
    static final int MAX_DEPTH = 8;

    private static final String TOO_DEEP = "...";
    private static final int MAX_BIG_NUMBER_BITS = 1024;

    private final StringBuilder out = new StringBuilder();
    private final int maxLength;
    /** Characters that closing brackets of open structures will need. */
    private int reserved;

    private JsonWriter(int maxLength) {
        this.maxLength = maxLength;
    }

    /** The value as JSON of at most {@code maxLength} characters; {@code null} if not even the shortest form fits. */
    static @Nullable String write(@Nullable Object value, int maxLength) {
        JsonWriter writer = new JsonWriter(maxLength);
        return writer.value(value, 0) ? writer.out.toString() : null;
    }

    private int room() {
        return maxLength - reserved - out.length();
    }

    /** Writes the value, shortened if need be, or nothing and returns {@code false} if there is no room for any of it. */
    private boolean value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            return depth < MAX_DEPTH ? object(map, depth) : string(TOO_DEEP);
        }
        if (value instanceof Collection<?> collection) {
            return depth < MAX_DEPTH ? array(collection, depth) : string(TOO_DEEP);
        }
        if (value != null && value.getClass().isArray()) {
            return depth < MAX_DEPTH ? arrayOf(value, depth) : string(TOO_DEEP);
        }
        if (value == null || value instanceof Boolean || isPlainNumber(value)) {
            return literal(String.valueOf(value));
        }
        return string(Redactor.redact(text(value)));
    }

    private boolean object(Map<?, ?> map, int depth) {
        if (!open('{')) {
            return false;
        }
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            int before = out.length();
            String key = entry.getKey() == null ? "null" : Redactor.redact(text(entry.getKey()));
            Object member =
                    Redactor.namesSecret(key) && entry.getValue() != null ? Redactor.REDACTED : entry.getValue();
            if ((!first && !literal(",")) || !wholeString(key) || !literal(":") || !value(member, depth + 1)) {
                out.setLength(before);
                break;
            }
            first = false;
        }
        return close('}');
    }

    private boolean array(Collection<?> elements, int depth) {
        if (!open('[')) {
            return false;
        }
        boolean first = true;
        for (Object element : elements) {
            if (!element(element, first, depth)) {
                break;
            }
            first = false;
        }
        return close(']');
    }

    private boolean arrayOf(Object elements, int depth) {
        if (!open('[')) {
            return false;
        }
        int length = Array.getLength(elements);
        for (int i = 0; i < length && element(Array.get(elements, i), i == 0, depth); i++) {}
        return close(']');
    }

    private boolean element(@Nullable Object element, boolean first, int depth) {
        int before = out.length();
        if ((!first && !literal(",")) || !value(element, depth + 1)) {
            out.setLength(before);
            return false;
        }
        return true;
    }

    private boolean open(char bracket) {
        if (room() < 2) {
            return false;
        }
        out.append(bracket);
        reserved++;
        return true;
    }

    private boolean close(char bracket) {
        reserved--;
        out.append(bracket);
        return true;
    }

    private boolean literal(String text) {
        if (text.length() > room()) {
            return false;
        }
        out.append(text);
        return true;
    }

    private boolean wholeString(String text) {
        int before = out.length();
        if (string(text) && out.length() - before == escapedLength(text) + 2) {
            return true;
        }
        out.setLength(before);
        return false;
    }

    /** Writes as much of the text as fits; a text of which not one character fits is not written. */
    private boolean string(String text) {
        if (room() < 2) {
            return false;
        }
        int before = out.length();
        out.append('"');
        reserved++;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (JsonText.escapedLength(codePoint) > room()) {
                break;
            }
            JsonText.append(out, codePoint);
            i += Character.charCount(codePoint);
        }
        close('"');
        if (i == 0 && !text.isEmpty()) {
            out.setLength(before);
            return false;
        }
        return true;
    }

    private static int escapedLength(String text) {
        return text.codePoints().map(JsonText::escapedLength).sum();
    }

    private static boolean isPlainNumber(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number);
        }
        if (value instanceof Float number) {
            return Float.isFinite(number);
        }
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || (value.getClass() == BigInteger.class && ((BigInteger) value).bitLength() <= MAX_BIG_NUMBER_BITS)
                || (value.getClass() == BigDecimal.class
                        && ((BigDecimal) value).unscaledValue().bitLength() <= MAX_BIG_NUMBER_BITS);
    }

    private static String text(Object value) {
        if (value instanceof String string) {
            return string;
        }
        if (value instanceof Enum<?> constant) {
            return EnumNames.lowerCase(constant);
        }
        boolean ofTheJdk = value instanceof Character
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Float
                || value instanceof UUID
                || value.getClass().getPackageName().equals("java.time");
        return ofTheJdk ? value.toString() : value.getClass().getName();
    }
}
