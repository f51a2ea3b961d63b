package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the library sets by itself on the spans of one family. */
final class SetReader {
    private final String group;
    private final List<AttributeUse> uses;
    private final SpanName pattern;
    private final List<String> spanNames;

    /** For the group of this id, whose spans carry {@code uses} and have these names, all after one pattern. */
    SetReader(String group, List<AttributeUse> uses, SpanName pattern, List<String> spanNames) {
        this.group = group;
        this.uses = uses;
        this.pattern = pattern;
        this.spanNames = spanNames.stream().filter(SetReader::isComplete).toList();
    }

    private static boolean isComplete(String spanName) {
        return new Template(spanName).placeholders().isEmpty();
    }

    /** On every span: attribute keys and values, which may use the placeholders. */
    Map<String, Template> read(Optional<YamlValue> field) {
        Map<String, Template> set = new LinkedHashMap<>();
        Optional<YamlMap> map = field.map(YamlValue::map);
        map.ifPresent(values -> values.all().forEach((key, value) -> {
            AttributeUse used = uses.stream()
                    .filter(use -> use.attribute().key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> values.key(key)
                            .error("`" + key + "` is set but not among the attributes of `" + group + "`"));
            Template template = template(value);
            SetValues.check(used.attribute(), template, values.key(key), value);
            set.put(key, template);
        }));
        return set;
    }

    /** On the spans of one name: the name, and below it keys and values. */
    Map<String, Map<String, Template>> readOn(Optional<YamlValue> field) {
        Map<String, Map<String, Template>> setOn = new LinkedHashMap<>();
        Optional<YamlMap> map = field.map(YamlValue::map);
        map.ifPresent(names -> names.all().forEach((spanName, values) -> {
            if (!spanNames.contains(spanName)) {
                throw names.key(spanName)
                        .error("`" + spanName + "` is not a whole name of `" + group + "`: expected one of "
                                + (spanNames.isEmpty()
                                        ? "none, for its placeholders are open"
                                        : String.join(", ", spanNames))
                                + NearestName.of(spanName, spanNames)
                                        .map(near -> ". Did you mean `" + near + "`?")
                                        .orElse(""));
            }
            setOn.put(spanName, read(Optional.of(values)));
        }));
        return setOn;
    }

    Template template(YamlValue value) {
        Template template = new Template(value.text());
        for (String placeholder : template.placeholders()) {
            PlaceholderReader.refuseUnknown(value, placeholder, pattern);
        }
        return template;
    }
}
