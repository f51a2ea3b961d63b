package io.sreobservability.registry.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A group as it is written, before it is known what its names refer to.
 *
 * @param layer the registry that it is of
 * @param id its name
 * @param type its kind
 * @param fields all fields
 * @param entries the attributes that it defines or uses
 * @param annotations the vendor data of a group that changes an earlier one
 */
record GroupDraft(
        LayerDraft layer,
        YamlValue id,
        GroupType type,
        YamlMap fields,
        List<Entry> entries,
        Optional<YamlMap> annotations) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    /**
     * One attribute of a group.
     *
     * @param key the attribute's key
     * @param defines whether the attribute is defined here, not just used
     * @param fields all fields
     */
    record Entry(YamlValue key, boolean defines, YamlMap fields) {}

    static GroupDraft of(LayerDraft layer, YamlMap fields) {
        YamlValue id = fields.required("id");
        id.name(ID, "a group's id", "snake_case words joined by dots, such as registry.acme");
        GroupType type = fields.required("type").oneOf(GroupType.class);
        List<Entry> entries = fields.optional("attributes")
                .map(value -> value.list(GroupDraft::entry))
                .orElse(List.of());
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.key().text())) {
                throw entry.key().error("`" + entry.key().text() + "` is given twice in this group; keep one");
            }
        }
        return new GroupDraft(
                layer, id, type, fields, entries, fields.optional("annotations").map(YamlValue::map));
    }

    private static Entry entry(YamlValue value) {
        YamlMap fields = value.map();
        Optional<YamlValue> id = fields.optional("id");
        Optional<YamlValue> ref = fields.optional("ref");
        if (id.isPresent() == ref.isPresent()) {
            throw value.error("expected either `id` (defines an attribute) or `ref` (uses one)");
        }
        return new Entry(id.or(() -> ref).orElseThrow(), id.isPresent(), fields);
    }

    /** The vendor data, where the group cannot do without. */
    YamlMap requiredAnnotations() {
        return annotations.orElseGet(() -> fields.required("annotations").map());
    }

    /** The group of an earlier registry that this one changes; empty if it changes none. */
    Optional<YamlValue> refines() {
        return type == GroupType.ATTRIBUTE_GROUP
                ? annotations.flatMap(map -> map.optional("refines"))
                : Optional.empty();
    }

    /** Refuses whatever no reader asked for, in the group and in its vendor data. */
    void refuseUnknown() {
        fields.refuseUnknown();
        annotations.ifPresent(YamlMap::refuseUnknown);
        entries.forEach(entry -> entry.fields().refuseUnknown());
    }

    /** Who defines the group, and where. */
    Definition definition() {
        return new Definition(layer, id);
    }
}
