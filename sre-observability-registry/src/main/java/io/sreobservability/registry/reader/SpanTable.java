package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.model.SpanGroup;
import io.sreobservability.registry.name.NearestName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The spans of all registries, each defined by one and perhaps completed by others. */
final class SpanTable {
    private final GroupTable groups;
    private final UseReader uses;
    private final Map<String, SpanGroup> spans = new LinkedHashMap<>();
    /** Who said last whether an attribute must be on a span, by id and key. */
    private final Map<String, Definition> levels = new HashMap<>();
    /** Who said last which names a family has, by id. */
    private final Map<String, Definition> names = new HashMap<>();

    SpanTable(GroupTable groups, UseReader uses) {
        this.groups = groups;
        this.uses = uses;
    }

    /** Takes over what a registry defines, then what it changes. */
    void add(LayerDraft layer) {
        for (GroupDraft group : layer.groups(GroupType.SPAN)) {
            SpanGroup span = new SpanGroupReader(group, uses.uses(group)).read();
            spans.put(span.id(), span);
            if (span instanceof SpanFamily family) {
                layer.families().add(family.id());
                names.put(family.id(), group.definition());
            }
        }
        for (GroupDraft group : layer.groups(GroupType.ATTRIBUTE_GROUP)) {
            group.refines().ifPresent(id -> {
                GroupDraft refined = groups.refined(layer, id);
                if (refined.type() == GroupType.SPAN) {
                    refine(group, get(refined.id().text()));
                }
            });
        }
    }

    /** All spans, those of earlier registries first. */
    List<SpanGroup> all() {
        return List.copyOf(spans.values());
    }

    /** The families among them. */
    List<SpanFamily> families() {
        return spans.values().stream()
                .filter(SpanFamily.class::isInstance)
                .map(SpanFamily.class::cast)
                .toList();
    }

    /** The family that a registry names here. */
    SpanFamily family(LayerDraft layer, YamlValue id) {
        @Nullable SpanGroup span = spans.get(id.text());
        if (span instanceof SpanFamily family) {
            Definition definition = groups.definition(id.text());
            if (!layer.sees(definition.layer())) {
                throw layer.unseen(id, "`" + id.text() + "`", definition);
            }
            return family;
        }
        List<String> known = families().stream().map(SpanFamily::id).toList();
        throw id.error("no span group made by an annotation `" + id.text() + "`"
                + NearestName.of(id.text(), known)
                        .map(near -> ". Did you mean `" + near + "`?")
                        .orElse(""));
    }

    /** Who said last which names a family has, and where. */
    Definition names(SpanFamily family) {
        return Objects.requireNonNull(names.get(family.id()), family.id());
    }

    private SpanGroup get(String id) {
        return Objects.requireNonNull(spans.get(id), id);
    }

    private void refine(GroupDraft group, SpanGroup span) {
        SpanChange change = new SpanChange(group, span);
        for (AttributeUse use : uses.uses(group)) {
            String level = span.id() + " " + use.attribute().key();
            Definition earlier = levels.getOrDefault(level, groups.definition(span.id()));
            change.add(use, earlier).ifPresent(place -> levels.put(level, new Definition(group.layer(), place)));
        }
        SpanGroup changed = change.apply();
        spans.put(span.id(), changed);
        if (changed instanceof SpanFamily && !changed.equals(span)) {
            group.layer().families().add(span.id());
        }
        if (change.changesNames()) {
            names.put(span.id(), group.definition());
        }
    }
}
