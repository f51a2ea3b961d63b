package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.Documentation;
import io.sreobservability.registry.model.ExternalSpan;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.model.SpanGroup;
import io.sreobservability.registry.model.SpanKind;
import io.sreobservability.registry.name.SpanName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads a group of type span. */
final class SpanGroupReader {
    private final YamlMap fields;
    private final String id;
    private final List<AttributeUse> uses;
    private final YamlMap annotations;
    private final Documentation documentation;

    SpanGroupReader(GroupDraft group, List<AttributeUse> uses) {
        this.fields = group.fields();
        this.id = group.id().text();
        this.uses = uses;
        this.annotations = group.requiredAnnotations();
        this.documentation = DocumentationReader.ofGroup(group);
    }

    SpanGroup read() {
        SpanKind kind = fields.required("span_kind").oneOf(SpanKind.class);
        YamlValue name = annotations.required("name");
        return annotations.flag("external")
                ? new ExternalSpan(id, documentation, kind, uses, name.text())
                : family(kind, name);
    }

    private SpanFamily family(SpanKind kind, YamlValue nameValue) {
        SpanName name = SpanName.parse(nameValue.text())
                .orElseThrow(() -> nameValue.error(
                        "`" + nameValue.text() + "` is not a span name: expected snake_case words or {placeholders} "
                                + "joined by dots, such as tool.{tool_name}"));
        if (new HashSet<>(name.placeholders()).size() < name.placeholders().size()) {
            throw nameValue.error("a placeholder is used twice in `" + name + "`");
        }
        Map<String, List<String>> placeholders = PlaceholderReader.read(annotations, name);
        SetReader set = new SetReader(id, uses, name, SpanFamily.names(name, placeholders));
        return new SpanFamily(
                id,
                documentation,
                kind,
                uses,
                name,
                annotations.text("annotation"),
                annotations.text("component"),
                set.template(annotations.required("component_name")),
                set.read(annotations.optional("set")),
                set.readOn(annotations.optional("set_on")),
                placeholders);
    }
}
