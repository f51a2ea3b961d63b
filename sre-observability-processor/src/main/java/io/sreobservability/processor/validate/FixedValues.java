package io.sreobservability.processor.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.sreobservability.processor.diagnostic.Findings;
import io.sreobservability.processor.diagnostic.Lookalikes;
import io.sreobservability.processor.diagnostic.Message;
import io.sreobservability.processor.diagnostic.Shown;
import io.sreobservability.processor.model.Mark.Written;
import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.model.AttributeType.Scalar;
import io.sreobservability.registry.name.NearestName;
import java.util.Optional;

/** Whether a text in an annotation converts to the attribute's type. */
final class FixedValues {
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Deprecations deprecations;
    private final Findings findings;

    FixedValues(Deprecations deprecations, Findings findings) {
        this.deprecations = deprecations;
        this.findings = findings;
    }

    /** The value as String, Long, Double or Boolean; empty if something was reported. */
    Optional<Object> check(Attribute attribute, Written value) {
        if (attribute.type() instanceof Enumeration enumeration) {
            Optional<Member> member = enumeration.members().stream()
                    .filter(candidate -> candidate.value().equals(value.text()))
                    .findFirst();
            if (member.isPresent()) {
                deprecations.check(attribute, member.get(), value.place());
                return Optional.of(value.text());
            }
            findings.add(
                    Message.FIXED_VALUE_MEMBER,
                    value.place(),
                    NearestName.of(Lookalikes.replaced(value.text()), enumeration.values()),
                    value.text(),
                    attribute.key(),
                    Shown.names(enumeration.values()));
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
        return converted.filter(ignored -> isWhole(attribute, value));
    }

    /** Whether the text is JSON where it must be, and whether all of it will be seen. */
    private boolean isWhole(Attribute attribute, Written value) {
        String text = value.text();
        if (attribute.traits().json() && !isJson(text)) {
            findings.add(Message.FIXED_VALUE_JSON, value.place(), text, attribute.key());
            return false;
        }
        int length = text.codePointCount(0, text.length());
        int limit = attribute.traits().maxLength().orElse(Integer.MAX_VALUE);
        if (length > limit) {
            findings.add(Message.FIXED_VALUE_TOO_LONG, value.place(), length, attribute.key(), limit);
        }
        return true;
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
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
