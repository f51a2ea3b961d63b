package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeType;
import io.sreobservability.registry.model.AttributeType.Scalar;
import io.sreobservability.registry.model.Deprecation;
import io.sreobservability.registry.model.Deprecation.Reason;
import io.sreobservability.registry.model.Documentation;
import io.sreobservability.registry.model.Stability;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads what definitions say to people. */
final class DocumentationReader {
    private DocumentationReader() {}

    /** Of a group. Attribute groups have no stability of their own. */
    static Documentation ofGroup(GroupDraft group) {
        YamlMap fields = group.fields();
        fields.optional("display_name").ifPresent(YamlValue::text);
        if (group.type() != GroupType.ATTRIBUTE_GROUP) {
            fields.required("stability");
        }
        return documentation(fields, List.of());
    }

    /** Of an attribute. A text says little without an example. */
    static Documentation ofAttribute(YamlMap fields, AttributeType type) {
        fields.required("stability");
        List<String> examples =
                fields.optional("examples").map(value -> examples(value, type)).orElse(List.of());
        if (type == Scalar.STRING && examples.isEmpty()) {
            throw fields.place().error("attribute `" + fields.text("id") + "` is a string: `examples` are needed");
        }
        return documentation(fields, examples);
    }

    private static Documentation documentation(YamlMap fields, List<String> examples) {
        return new Documentation(
                fields.text("brief"),
                fields.textOr("note", ""),
                examples,
                fields.optional("stability")
                        .map(value -> value.oneOf(Stability.class))
                        .orElse(Stability.DEVELOPMENT),
                deprecation(fields));
    }

    private static List<String> examples(YamlValue value, AttributeType type) {
        return value.isList() ? value.list(item -> example(item, type)) : List.of(example(value, type));
    }

    private static String example(YamlValue value, AttributeType type) {
        if (type instanceof Scalar scalar && scalar != Scalar.STRING) {
            return switch (scalar) {
                case INT -> value.scalarOf(Tag.INT);
                case DOUBLE -> value.scalarOf(Tag.FLOAT, Tag.INT);
                default -> value.scalarOf(Tag.BOOL);
            };
        }
        return value.text();
    }

    /** Why something should not be used any more; empty if nothing is said. */
    static Optional<Deprecation> deprecation(YamlMap fields) {
        return fields.optional("deprecated").map(DocumentationReader::deprecation);
    }

    private static Deprecation deprecation(YamlValue value) {
        if (!value.isMap()) {
            throw value.error("expected {reason: renamed, renamed_to: name}, {reason: obsoleted} or "
                    + "{reason: uncategorized}, each with an optional `note`");
        }
        YamlMap map = value.map();
        Reason reason = map.required("reason").oneOf(Reason.class);
        Optional<String> renamedTo = map.optional("renamed_to").map(YamlValue::text);
        if (renamedTo.isPresent() != (reason == Reason.RENAMED)) {
            throw value.error("expected `renamed_to` if and only if the reason is renamed");
        }
        Deprecation deprecation = new Deprecation(reason, renamedTo, map.textOr("note", ""));
        map.refuseUnknown();
        return deprecation;
    }
}
