package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.Documentation;
import io.sreobservability.registry.model.ExternalSpan;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.model.SpanGroup;
import io.sreobservability.registry.model.SpanKind;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.Template;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a group of type span. */
final class SpanGroupReader {
    private final YamlMap group;
    private final List<AttributeUse> uses;
    private final YamlMap annotations;

    SpanGroupReader(YamlMap group, List<AttributeUse> uses) {
        this.group = group;
        this.uses = uses;
        this.annotations = group.required("annotations").map();
    }

    SpanGroup read() {
        SpanKind kind = group.required("span_kind").oneOf(SpanKind.class);
        Documentation documentation = Groups.firmDocumentation(group);
        YamlValue name = annotations.required("name");
        SpanGroup span = annotations.flag("external")
                ? new ExternalSpan(group.text("id"), documentation, kind, uses, name.text())
                : family(documentation, kind, name);
        annotations.refuseUnknown();
        return span;
    }

    private SpanFamily family(Documentation documentation, SpanKind kind, YamlValue nameValue) {
        SpanName name = SpanName.parse(nameValue.text())
                .orElseThrow(() -> nameValue.error(
                        "`" + nameValue.text() + "` is not a span name: expected snake_case words or {placeholders} "
                                + "joined by dots, such as tool.{tool_name}"));
        if (new HashSet<>(name.placeholders()).size() < name.placeholders().size()) {
            throw nameValue.error("a placeholder is used twice in `" + name + "`");
        }
        return new SpanFamily(
                group.text("id"),
                documentation,
                kind,
                uses,
                name,
                annotations.text("annotation"),
                annotations.text("component"),
                template(annotations.required("component_name"), name),
                set(name),
                placeholders(name));
    }

    private Map<String, Template> set(SpanName name) {
        Map<String, Template> set = new LinkedHashMap<>();
        Optional<YamlMap> map = annotations.optional("set").map(YamlValue::map);
        map.ifPresent(fields -> fields.all().forEach((key, value) -> {
            if (uses.stream().noneMatch(use -> use.attribute().key().equals(key))) {
                throw fields.key(key)
                        .error("`" + key + "` is set but not among the attributes of `" + group.text("id") + "`");
            }
            set.put(key, template(value, name));
        }));
        return set;
    }

    private static Template template(YamlValue value, SpanName name) {
        Template template = new Template(value.text());
        for (String placeholder : template.placeholders()) {
            refuseUnknownPlaceholder(value, placeholder, name);
        }
        return template;
    }

    private Map<String, List<String>> placeholders(SpanName name) {
        Map<String, List<String>> closed = new LinkedHashMap<>();
        Optional<YamlMap> map = annotations.optional("placeholders").map(YamlValue::map);
        map.ifPresent(fields -> fields.all().forEach((placeholder, words) -> {
            refuseUnknownPlaceholder(fields.key(placeholder), placeholder, name);
            closed.put(placeholder, words.list(SpanGroupReader::word));
        }));
        return closed;
    }

    private static String word(YamlValue value) {
        if (!SpanName.isWord(value.text())) {
            throw value.error("`" + value.text() + "` is not a word of a span name: expected snake_case");
        }
        return value.text();
    }

    private static void refuseUnknownPlaceholder(YamlValue place, String placeholder, SpanName name) {
        if (!name.placeholders().contains(placeholder)) {
            throw place.error("no placeholder `{" + placeholder + "}` in `" + name + "`"
                    + NearestName.of(placeholder, name.placeholders())
                            .map(near -> ". Did you mean `{" + near + "}`?")
                            .orElse(""));
        }
    }
}
