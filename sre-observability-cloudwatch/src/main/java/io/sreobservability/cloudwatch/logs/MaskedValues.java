package io.sreobservability.cloudwatch.logs;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.common.ValueType;
import io.sreobservability.aspects.Redaction;
import java.util.List;

/**
 * Masks attributes and structured bodies, names and values; each is given back itself if nothing changes. A value of which
 * something is taken out becomes text, whatever it was.
 */
final class MaskedValues {

    private static final String MASKED = "[REDACTED]";

    private MaskedValues() {}

    static Attributes mask(Attributes attributes, boolean captureContent) {
        AttributesBuilder masked = Attributes.builder();
        boolean[] changed = new boolean[1];
        attributes.forEach((key, value) -> {
            if (!captureContent && LogContent.isNamedBy(key.getKey())) {
                changed[0] = true;
            } else {
                changed[0] |= putMasked(masked, key, value);
            }
        });
        return changed[0] ? masked.build() : attributes;
    }

    /** Whether it is another attribute than before. */
    private static boolean putMasked(AttributesBuilder masked, AttributeKey<?> key, Object value) {
        String name = Redaction.mask(key.getKey());
        Object clean = Redaction.namesSecret(key.getKey()) ? MASKED : mask(value);
        if (clean == value && name.equals(key.getKey())) {
            put(masked, key, value);
            return false;
        }
        if (clean instanceof Value<?> structure) {
            masked.put(name, structure);
        } else if (clean instanceof List<?> elements) {
            masked.put(name, elements.stream().map(String::valueOf).toArray(String[]::new));
        } else {
            masked.put(name, clean.toString());
        }
        return true;
    }

    @SuppressWarnings("unchecked") // the value is the one that the key had
    private static <T> void put(AttributesBuilder attributes, AttributeKey<T> key, Object value) {
        attributes.put(key, (T) value);
    }

    /** The value of an attribute; the very object if there is nothing to take out. */
    private static Object mask(Object value) {
        if (value instanceof Value<?> structure) {
            return mask(structure);
        }
        if (value instanceof List<?> elements) {
            List<Object> clean =
                    elements.stream().<Object>map(MaskedValues::maskScalar).toList();
            return clean.equals(elements) ? value : clean;
        }
        return maskScalar(value);
    }

    /** A whole number can be that of a card. */
    private static Object maskScalar(Object value) {
        if (!(value instanceof String) && !(value instanceof Long)) {
            return value;
        }
        String text = value.toString();
        String clean = Redaction.mask(text);
        return clean.equals(text) ? value : clean;
    }

    static Value<?> mask(Value<?> value) {
        Object content = value.getValue();
        if (content instanceof List<?> parts && value.getType() == ValueType.ARRAY) {
            List<Value<?>> clean =
                    parts.stream().<Value<?>>map(part -> mask((Value<?>) part)).toList();
            return clean.equals(parts) ? value : Value.of(clean);
        }
        if (content instanceof List<?> parts && value.getType() == ValueType.KEY_VALUE_LIST) {
            KeyValue[] clean = parts.stream().map(part -> mask((KeyValue) part)).toArray(KeyValue[]::new);
            return List.of(clean).equals(parts) ? value : Value.of(clean);
        }
        Object clean = maskScalar(content);
        return clean == content ? value : Value.of(clean.toString());
    }

    private static KeyValue mask(KeyValue member) {
        return KeyValue.of(
                Redaction.mask(member.getKey()),
                Redaction.namesSecret(member.getKey()) ? Value.of(MASKED) : mask(member.getValue()));
    }
}
