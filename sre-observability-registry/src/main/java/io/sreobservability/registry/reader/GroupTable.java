package io.sreobservability.registry.reader;

import io.sreobservability.registry.name.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The groups of all registries by their ids. */
final class GroupTable {
    private final Map<String, GroupDraft> groups = new LinkedHashMap<>();

    GroupTable(List<LayerDraft> layers) {
        for (LayerDraft layer : layers) {
            for (GroupDraft group : layer.groups()) {
                @Nullable GroupDraft earlier = groups.putIfAbsent(group.id().text(), group);
                if (earlier != null) {
                    throw earlier.definition()
                            .redefined(
                                    layer,
                                    group.id(),
                                    "group `" + group.id().text() + "`",
                                    "choose an id of your own; to add to it, write `annotations: {refines: "
                                            + group.id().text() + "}`");
                }
            }
        }
    }

    Collection<GroupDraft> all() {
        return groups.values();
    }

    /** The group of this id, which is there. */
    GroupDraft group(String id) {
        @Nullable GroupDraft group = groups.get(id);
        if (group == null) {
            throw new IllegalArgumentException(id);
        }
        return group;
    }

    /** Where the group of this id stands. */
    Definition definition(String id) {
        return group(id).definition();
    }

    /** The attribute group that a group extends. */
    GroupDraft extended(LayerDraft layer, YamlValue id) {
        GroupDraft group = get(layer, id, List.of(GroupType.ATTRIBUTE_GROUP), "attribute group");
        group.fields().optional("extends").ifPresent(value -> {
            throw value.error("a group that is extended must not extend another one");
        });
        return group;
    }

    /** The group of an earlier registry that a group changes. */
    GroupDraft refined(LayerDraft layer, YamlValue id) {
        GroupDraft group = get(layer, id, List.of(GroupType.SPAN, GroupType.METRIC), "span or metric group");
        if (group.layer() == layer) {
            throw id.error("`" + id.text() + "` is defined by this registry ("
                    + group.id().where() + "); write the changes there");
        }
        return group;
    }

    private GroupDraft get(LayerDraft layer, YamlValue id, List<GroupType> types, String kind) {
        @Nullable GroupDraft group = groups.get(id.text());
        if (group == null || !types.contains(group.type())) {
            List<String> known = groups.values().stream()
                    .filter(it -> types.contains(it.type()))
                    .map(it -> it.id().text())
                    .toList();
            throw id.error("no " + kind + " `" + id.text() + "`"
                    + NearestName.of(id.text(), known)
                            .map(near -> ". Did you mean `" + near + "`?")
                            .orElse(""));
        }
        if (!layer.sees(group.layer())) {
            throw layer.unseen(id, "`" + id.text() + "`", group.definition());
        }
        return group;
    }
}
