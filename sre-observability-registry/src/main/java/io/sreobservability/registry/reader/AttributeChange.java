package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeTraits;
import io.sreobservability.registry.model.AttributeTraits.Cardinality;
import io.sreobservability.registry.model.AttributeTraits.Sensitivity;
import io.sreobservability.registry.model.AttributeType.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What one registry says anew about the handling of an attribute that an earlier one defined: it may only be stricter. */
final class AttributeChange {
    private static final List<String> CHANGEABLE = List.of("sensitivity", "cardinality", "max_length");
    /** What a definition says once and for all. */
    private static final List<String> FIXED = List.of("inherited", "format", "set_also", "automatic");

    private final Attribute attribute;
    private final Definition earlier;
    private final LayerDraft layer;
    private final YamlMap annotations;

    /**
     * A change.
     *
     * @param attribute as the earlier registries left it
     * @param earlier who said last how it is handled
     * @param layer who changes it
     * @param annotations what is said anew
     */
    AttributeChange(Attribute attribute, Definition earlier, LayerDraft layer, YamlMap annotations) {
        this.attribute = attribute;
        this.earlier = earlier;
        this.layer = layer;
        this.annotations = annotations;
    }

    /** Whether anything is said about the handling. */
    boolean isSaid() {
        return CHANGEABLE.stream().anyMatch(field -> annotations.optional(field).isPresent());
    }

    /** The attribute as it is handled from now on; an equal one if nothing is said. */
    Attribute apply() {
        for (String field : FIXED) {
            if (annotations.optional(field).isPresent()) {
                throw earlier.redefined(
                        layer,
                        annotations.key(field),
                        "`" + field + "` of `" + attribute.key() + "`",
                        "only sensitivity, cardinality, max_length and add_members can be given here");
            }
        }
        AttributeTraits traits = attribute.traits();
        return new Attribute(
                attribute.key(),
                attribute.type(),
                attribute.documentation(),
                new AttributeTraits(
                        sensitivity(traits.sensitivity()),
                        cardinality(traits.cardinality()),
                        maxLength(traits.maxLength()),
                        traits.inherited(),
                        traits.json(),
                        traits.setAlso(),
                        traits.automatic()));
    }

    private Sensitivity sensitivity(Sensitivity before) {
        return annotations
                .optional("sensitivity")
                .map(value -> {
                    Sensitivity wanted = value.oneOf(Sensitivity.class);
                    if (wanted.compareTo(before) < 0) {
                        throw loosened(value, "sensitivity " + lower(wanted) + " is weaker than " + lower(before));
                    }
                    return wanted;
                })
                .orElse(before);
    }

    private Cardinality cardinality(Cardinality before) {
        return annotations
                .optional("cardinality")
                .map(value -> {
                    Cardinality wanted = value.oneOf(Cardinality.class);
                    if (wanted.compareTo(before) > 0) {
                        throw loosened(value, "cardinality " + lower(wanted) + " is above " + lower(before));
                    }
                    return wanted;
                })
                .orElse(before);
    }

    private OptionalInt maxLength(OptionalInt before) {
        return annotations
                .optional("max_length")
                .map(value -> {
                    if (attribute.type() != Scalar.STRING) {
                        throw value.error("`max_length` is for attributes of type string");
                    }
                    int wanted = value.positiveInt();
                    if (before.isPresent() && wanted > before.getAsInt()) {
                        throw loosened(value, "max_length " + wanted + " is above " + before.getAsInt());
                    }
                    return OptionalInt.of(wanted);
                })
                .orElse(before);
    }

    private InvalidRegistryException loosened(YamlValue place, String detail) {
        return earlier.loosened(
                layer, place, "`" + attribute.key() + "`", detail + "; keep it, or give a stricter value");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
