package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Scalar;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.Template;

/** Whether an attribute can get its value from a span's name. */
final class SetValues {
    private SetValues() {}

    /**
     * Checks one attribute that the library sets.
     *
     * @param key where its key stands
     * @param value where its value stands
     */
    static void check(Attribute attribute, Template template, YamlValue key, YamlValue value) {
        if (attribute.type() != Scalar.STRING && !(attribute.type() instanceof Enumeration)) {
            throw key.error("`" + attribute.key() + "` is of type "
                    + attribute.type().label() + ": expected an attribute of type string or enum, for a name is text");
        }
        if (template.placeholders().isEmpty()
                && attribute.type() instanceof Enumeration enumeration
                && !enumeration.values().contains(template.text())) {
            throw value.error("`" + template.text() + "` is not a member of `" + attribute.key() + "`: expected one of "
                    + String.join(", ", enumeration.values())
                    + NearestName.of(template.text(), enumeration.values())
                            .map(near -> ". Did you mean `" + near + "`?")
                            .orElse(""));
        }
    }
}
