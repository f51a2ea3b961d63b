package io.sreobservability.registry.reader;

import io.sreobservability.registry.name.NearestName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * The fields of a YAML mapping. Remembers which ones were asked for: a field that nobody knows is a mistake, and one
 * that is silently ignored could be the one that keeps a user's data private.
 */
final class YamlMap {
    private final YamlValue place;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private YamlMap(YamlValue place) {
        this.place = place;
    }

    static YamlMap of(String file, MappingNode node) {
        YamlMap map = new YamlMap(new YamlValue(file, node));
        for (NodeTuple tuple : node.getValue()) {
            YamlValue key = new YamlValue(file, tuple.getKeyNode());
            if (map.values.put(key.text(), new YamlValue(file, tuple.getValueNode())) != null) {
                throw key.error("field `" + key.text() + "` is given twice");
            }
            map.keys.put(key.text(), key);
        }
        return map;
    }

    YamlValue required(String field) {
        return optional(field).orElseThrow(() -> missing(field));
    }

    private InvalidRegistryException missing(String field) {
        return NearestName.of(field, keys.keySet())
                .map(near -> key(near).error("missing field `" + field + "`; is `" + near + "` meant to be it?"))
                .orElseGet(() -> place.error("missing field `" + field + "`"));
    }

    Optional<YamlValue> optional(String field) {
        known.add(field);
        return Optional.ofNullable(values.get(field));
    }

    String text(String field) {
        return required(field).text();
    }

    String textOr(String field, String fallback) {
        return optional(field).map(YamlValue::text).orElse(fallback);
    }

    boolean flag(String field) {
        return optional(field).map(YamlValue::bool).orElse(false);
    }

    /** All fields, for mappings whose keys are data. */
    Map<String, YamlValue> all() {
        known.addAll(values.keySet());
        return values;
    }

    YamlValue place() {
        return place;
    }

    /** Where a field's name stands, for errors about the name itself. */
    YamlValue key(String field) {
        return Objects.requireNonNull(keys.get(field), field);
    }

    /** Refuses the fields that nobody asked for. */
    void refuseUnknown() {
        for (Map.Entry<String, YamlValue> entry : keys.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .error("unknown field `" + entry.getKey() + "`; expected one of " + String.join(", ", known)
                                + NearestName.of(entry.getKey(), known)
                                        .map(name -> ". Did you mean `" + name + "`?")
                                        .orElse(""));
            }
        }
    }
}
