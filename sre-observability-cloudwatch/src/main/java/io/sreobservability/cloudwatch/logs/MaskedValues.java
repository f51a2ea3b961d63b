package io.sreobservability.cloudwatch.logs;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.common.ValueType;
import io.sreobservability.aspects.Redaction;
import java.util.List;

/** Masks the texts inside attributes and structured bodies; each is given back itself if nothing changes. */
final class MaskedValues {

    private static final String MASKED = "[REDACTED]";

    private MaskedValues() {}

    static Attributes mask(Attributes attributes) {
        AttributesBuilder masked = attributes.toBuilder();
        boolean[] changed = new boolean[1];
        attributes.forEach((key, value) -> {
            Object clean = mask(key, value);
            if (clean != value) {
                changed[0] = true;
                put(masked, key, clean);
            }
        });
        return changed[0] ? masked.build() : attributes;
    }

    private static Object mask(AttributeKey<?> key, Object value) {
        boolean secret = Redaction.namesSecret(key.getKey());
        if (value instanceof String text) {
            return secret ? MASKED : Redaction.mask(text);
        }
        if (key.getType() == AttributeType.STRING_ARRAY && value instanceof List<?> texts) {
            List<String> clean = texts.stream()
                    .map(text -> secret ? MASKED : Redaction.mask(String.valueOf(text)))
                    .toList();
            return clean.equals(texts) ? value : clean;
        }
        return value instanceof Value<?> structure ? mask(structure) : value;
    }

    @SuppressWarnings("unchecked") // the clean value has the type of the one that it replaces
    private static <T> void put(AttributesBuilder attributes, AttributeKey<T> key, Object value) {
        attributes.put(key, (T) value);
    }

    static Value<?> mask(Value<?> value) {
        Object content = value.getValue();
        if (content instanceof String text) {
            String clean = Redaction.mask(text);
            return clean.equals(text) ? value : Value.of(clean);
        }
        if (!(content instanceof List<?> parts)) {
            return value;
        }
        if (value.getType() == ValueType.ARRAY) {
            List<Value<?>> clean =
                    parts.stream().<Value<?>>map(part -> mask((Value<?>) part)).toList();
            return clean.equals(parts) ? value : Value.of(clean);
        }
        if (value.getType() == ValueType.KEY_VALUE_LIST) {
            KeyValue[] clean = parts.stream().map(part -> mask((KeyValue) part)).toArray(KeyValue[]::new);
            return List.of(clean).equals(parts) ? value : Value.of(clean);
        }
        return value;
    }

    private static KeyValue mask(KeyValue member) {
        return KeyValue.of(
                member.getKey(), Redaction.namesSecret(member.getKey()) ? Value.of(MASKED) : mask(member.getValue()));
    }
}
