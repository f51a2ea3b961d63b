package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.Manifest;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.model.SpanGroup;
import io.sreobservability.registry.name.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a registry together from its groups. Groups may refer to each other in any order and across files, so all
 * attributes are defined first, then attribute groups, spans, and metrics.
 */
final class RegistryBuilder {
    private final Manifest manifest;
    private final Map<String, YamlMap> groups = new LinkedHashMap<>();
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, YamlMap> attributePlaces = new LinkedHashMap<>();
    private final Map<String, SpanGroup> spans = new LinkedHashMap<>();
    private final List<Metric> metrics = new ArrayList<>();

    RegistryBuilder(Manifest manifest) {
        this.manifest = manifest;
    }

    void add(List<YamlMap> more) {
        for (YamlMap group : more) {
            YamlValue id = group.required("id");
            if (groups.putIfAbsent(id.text(), group) != null) {
                throw id.error("a group `" + id.text() + "` exists already");
            }
        }
    }

    Registry build() {
        groups.values().forEach(this::defineAttributes);
        checkSetAlso();
        checkNamespaces();
        ofType(GroupType.ATTRIBUTE_GROUP).forEach(group -> {
            Groups.documentation(group);
            uses(group);
        });
        ofType(GroupType.SPAN).forEach(group -> {
            SpanGroup span = new SpanGroupReader(group, uses(group)).read();
            spans.put(span.id(), span);
        });
        ofType(GroupType.METRIC).forEach(group -> metrics.add(new MetricReader(group, this).read()));
        groups.values().forEach(YamlMap::refuseUnknown);
        new RegistryChecks(groups, List.copyOf(spans.values()), metrics).run();
        return new Registry(manifest, attributes.values(), List.copyOf(spans.values()), metrics);
    }

    private List<YamlMap> ofType(GroupType type) {
        return groups.values().stream()
                .filter(group -> group.required("type").oneOf(GroupType.class) == type)
                .toList();
    }

    private void defineAttributes(YamlMap group) {
        for (YamlMap entry : Groups.attributeEntries(group)) {
            if (entry.optional("id").isPresent()) {
                Attribute attribute = AttributeReader.read(entry);
                if (attributes.putIfAbsent(attribute.key(), attribute) != null) {
                    throw entry.place().error("attribute `" + attribute.key() + "` is defined already");
                }
                attributePlaces.put(attribute.key(), entry);
            }
        }
    }

    private void checkSetAlso() {
        for (Attribute attribute : attributes.values()) {
            for (String other : attribute.traits().setAlso()) {
                attribute(other, placeOf(attribute));
            }
        }
    }

    /** {@code a.b} next to {@code a.b.c} would make {@code a.b} both a value and a folder in backends that nest keys. */
    private void checkNamespaces() {
        for (Attribute attribute : attributes.values()) {
            String key = attribute.key();
            for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
                if (attributes.containsKey(key.substring(0, dot))) {
                    throw placeOf(attribute)
                            .error("attribute `" + key + "` makes a namespace of the attribute `"
                                    + key.substring(0, dot) + "`; rename one of them");
                }
            }
        }
    }

    private YamlValue placeOf(Attribute attribute) {
        return Objects.requireNonNull(attributePlaces.get(attribute.key())).place();
    }

    /** The attributes of a group: those of the group that it extends, overridden and completed by its own. */
    private List<AttributeUse> uses(YamlMap group) {
        Map<String, AttributeUse> uses = new LinkedHashMap<>();
        group.optional("extends").ifPresent(parent -> {
            for (AttributeUse use : uses(attributeGroup(parent))) {
                uses.put(use.attribute().key(), use);
            }
        });
        for (YamlMap entry : Groups.attributeEntries(group)) {
            Optional<YamlValue> ref = entry.optional("ref");
            if (ref.isPresent()) {
                Attribute attribute = attribute(ref.get().text(), ref.get());
                uses.put(attribute.key(), new AttributeUse(attribute, Groups.requirement(entry)));
                entry.refuseUnknown();
            }
        }
        return List.copyOf(uses.values());
    }

    private YamlMap attributeGroup(YamlValue id) {
        @Nullable YamlMap group = groups.get(id.text());
        if (group == null || group.required("type").oneOf(GroupType.class) != GroupType.ATTRIBUTE_GROUP) {
            throw unknown(id, id.text(), "attribute group", groups.keySet());
        }
        if (group.optional("extends").isPresent()) {
            throw group.required("extends").error("a group that is extended must not extend another one");
        }
        return group;
    }

    /** The attribute of this key, asked for at this place. */
    Attribute attribute(String key, YamlValue place) {
        @Nullable Attribute attribute = attributes.get(key);
        if (attribute == null) {
            throw unknown(place, key, "attribute", attributes.keySet());
        }
        return attribute;
    }

    /** The span family of this id, asked for at this place. */
    SpanFamily family(YamlValue id) {
        @Nullable SpanGroup span = spans.get(id.text());
        if (span instanceof SpanFamily family) {
            return family;
        }
        throw unknown(id, id.text(), "span group made by an annotation", spans.keySet());
    }

    private static InvalidRegistryException unknown(
            YamlValue place, String name, String kind, Collection<String> known) {
        return place.error("no " + kind + " `" + name + "`"
                + NearestName.of(name, known)
                        .map(near -> ". Did you mean `" + near + "`?")
                        .orElse(""));
    }
}
