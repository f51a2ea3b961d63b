package io.sreobservability.processor.validate;

import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Scalar;
import io.sreobservability.registry.name.NearestName;
import java.util.Optional;

/** Whether a text in an annotation converts to the attribute's type. */
final class FixedValues {
    private final Findings findings;

    FixedValues(Findings findings) {
        this.findings = findings;
    }

    /** The value as String, Long, Double or Boolean; empty if something was reported. */
    Optional<Object> check(Attribute attribute, Written value) {
        if (attribute.type() instanceof Enumeration enumeration) {
            if (enumeration.values().contains(value.text())) {
                return Optional.of(value.text());
            }
            findings.add(
                    Message.FIXED_VALUE_MEMBER,
                    value.place(),
                    NearestName.of(value.text(), enumeration.values()),
                    value.text(),
                    attribute.key(),
                    Display.list(enumeration.values()));
            return Optional.empty();
        }
        Optional<Object> converted = convert((Scalar) attribute.type(), value.text());
        if (converted.isEmpty()) {
            findings.add(
                    Message.FIXED_VALUE_TYPE,
                    value.place(),
                    value.text(),
                    attribute.key(),
                    attribute.type().label());
        }
        return converted;
    }

    private static Optional<Object> convert(Scalar type, String text) {
        try {
            return switch (type) {
                case STRING -> Optional.of(text);
                case INT -> Optional.of(Long.valueOf(text));
                case DOUBLE -> finite(Double.valueOf(text));
                case BOOLEAN ->
                    text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> finite(Double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
