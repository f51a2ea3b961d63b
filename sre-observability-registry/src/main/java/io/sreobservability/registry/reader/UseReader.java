package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.AttributeUse.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which attributes a group uses, and whether they must be there. */
final class UseReader {
    private final GroupTable groups;
    private final AttributeTable attributes;

    UseReader(GroupTable groups, AttributeTable attributes) {
        this.groups = groups;
        this.attributes = attributes;
    }

    /** The attributes of a group: those of the group that it extends, overridden and completed by its own. */
    List<AttributeUse> uses(GroupDraft group) {
        Map<String, AttributeUse> uses = new LinkedHashMap<>();
        group.fields().optional("extends").ifPresent(parent -> {
            for (AttributeUse use : uses(groups.extended(group.layer(), parent))) {
                uses.put(use.attribute().key(), use);
            }
        });
        for (GroupDraft.Entry entry : group.entries()) {
            Attribute attribute = attributes.get(group.layer(), entry.key());
            uses.put(
                    attribute.key(),
                    new AttributeUse(attribute, requirement(entry).orElse(RequirementReader.DEFAULT)));
        }
        return List.copyOf(uses.values());
    }

    /** What an entry says about its level. What it says to people besides is read for its form, but told nowhere. */
    static Optional<Requirement> requirement(GroupDraft.Entry entry) {
        if (!entry.defines()) {
            entry.fields().optional("brief").ifPresent(YamlValue::text);
            entry.fields().optional("note").ifPresent(YamlValue::text);
        }
        return RequirementReader.read(entry.fields());
    }
}
