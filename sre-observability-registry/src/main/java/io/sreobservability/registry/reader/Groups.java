package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeUse.Level;
import io.sreobservability.registry.model.AttributeUse.Requirement;
import io.sreobservability.registry.model.Documentation;
import io.sreobservability.registry.model.Stability;
import java.util.List;
import java.util.Optional;

/** The fields that groups and attributes of every kind share. */
final class Groups {
    private Groups() {}

    static List<YamlMap> attributeEntries(YamlMap group) {
        List<YamlMap> entries = group.optional("attributes")
                .map(value -> value.list(YamlValue::map))
                .orElse(List.of());
        for (YamlMap entry : entries) {
            if (entry.optional("id").isPresent() == entry.optional("ref").isPresent()) {
                throw entry.place().error("expected either `id` (defines an attribute) or `ref` (uses one)");
            }
        }
        return entries;
    }

    /** What a definition says to people. Attribute groups have no stability of their own. */
    static Documentation documentation(YamlMap map) {
        return new Documentation(
                map.text("brief"),
                map.textOr("note", ""),
                map.optional("examples").map(YamlValue::texts).orElse(List.of()),
                map.optional("stability")
                        .map(value -> value.oneOf(Stability.class))
                        .orElse(Stability.DEVELOPMENT));
    }

    /** Documentation with a required stability. */
    static Documentation firmDocumentation(YamlMap map) {
        map.required("stability");
        return documentation(map);
    }

    static Requirement requirement(YamlMap entry) {
        Optional<YamlValue> given = entry.optional("requirement_level");
        if (given.isEmpty()) {
            return new Requirement(Level.RECOMMENDED, "");
        }
        YamlValue value = given.get();
        if (value.isText()) {
            Level level = value.oneOf(Level.class);
            if (level == Level.CONDITIONALLY_REQUIRED) {
                throw value.error("expected the condition: `conditionally_required: when …`");
            }
            return new Requirement(level, "");
        }
        return withCondition(value);
    }

    private static Requirement withCondition(YamlValue value) {
        YamlMap fields = value.map();
        Optional<YamlValue> required = fields.optional("conditionally_required");
        Optional<YamlValue> recommended = fields.optional("recommended");
        fields.refuseUnknown();
        if (required.isPresent() && recommended.isEmpty()) {
            return new Requirement(Level.CONDITIONALLY_REQUIRED, required.get().text());
        }
        if (recommended.isPresent() && required.isEmpty()) {
            return new Requirement(Level.RECOMMENDED, recommended.get().text());
        }
        throw value.error(
                "expected required, recommended, opt_in, `conditionally_required: text` or " + "`recommended: text`");
    }
}
