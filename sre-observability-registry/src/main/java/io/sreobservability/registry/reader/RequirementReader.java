package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeUse.Level;
import io.sreobservability.registry.model.AttributeUse.Requirement;
import java.util.Optional;

/** Reads whether an attribute must be on a span. */
final class RequirementReader {
    /** What OpenTelemetry takes where nothing is said. */
    static final Requirement DEFAULT = new Requirement(Level.RECOMMENDED, "");

    private RequirementReader() {}

    /** The level of an attribute's entry; empty if nothing is said. */
    static Optional<Requirement> read(YamlMap entry) {
        return entry.optional("requirement_level").map(RequirementReader::requirement);
    }

    private static Requirement requirement(YamlValue value) {
        if (value.isMap()) {
            return withCondition(value);
        }
        Level level = value.oneOf(Level.class);
        if (level == Level.CONDITIONALLY_REQUIRED) {
            throw value.error("expected the condition: `conditionally_required: when …`");
        }
        return new Requirement(level, "");
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
                "expected required, recommended, opt_in, `conditionally_required: text` or `recommended: text`");
    }
}
