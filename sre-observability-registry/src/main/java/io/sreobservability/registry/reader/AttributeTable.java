package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.name.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The attributes of all registries, each defined by one and perhaps made stricter by others. */
final class AttributeTable {
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    /** Who said last how an attribute is handled. */
    private final Map<String, Definition> handling = new HashMap<>();
    /** Who added a member to an enumeration, by key and member. */
    private final Map<String, Definition> members = new HashMap<>();

    /** Takes over what a registry defines, then what it changes: a definition may stand below its first use. */
    void add(LayerDraft layer) {
        for (GroupDraft group : layer.groups()) {
            group.entries().stream().filter(GroupDraft.Entry::defines).forEach(entry -> define(layer, entry));
        }
        for (GroupDraft group : layer.groups()) {
            group.entries().stream().filter(entry -> !entry.defines()).forEach(entry -> change(layer, entry));
        }
    }

    /** All attributes. */
    Collection<Attribute> all() {
        return attributes.values();
    }

    /** The attribute of this key. */
    @Nullable
    Attribute find(String key) {
        return attributes.get(key);
    }

    /** Who defines an attribute that is there, and where. */
    Definition definition(Attribute attribute) {
        return Objects.requireNonNull(definitions.get(attribute.key()), attribute.key());
    }

    /** Who said last how an attribute that is there is handled, and where. */
    Definition handling(Attribute attribute) {
        return Objects.requireNonNull(handling.get(attribute.key()), attribute.key());
    }

    /**
     * Where a mistake is reported that a use and the attribute's handling make together: at the use, unless the attribute
     * was made stricter by a registry that the user could not know of.
     */
    YamlValue atFault(Attribute attribute, Definition use) {
        Definition handling = handling(attribute);
        return use.layer().sees(handling.layer()) ? use.place() : handling.place();
    }

    /** The attribute that a registry names here. */
    Attribute get(LayerDraft layer, YamlValue name) {
        String key = name.text();
        @Nullable Attribute attribute = attributes.get(key);
        if (attribute == null) {
            throw name.error("no attribute `" + key + "`"
                    + NearestName.of(key, attributes.keySet())
                            .map(near -> ". Did you mean `" + near + "`?")
                            .orElse(""));
        }
        if (!layer.sees(definition(attribute).layer())) {
            throw layer.unseen(name, "`" + key + "`", definition(attribute));
        }
        return attribute;
    }

    private void define(LayerDraft layer, GroupDraft.Entry entry) {
        Attribute attribute = AttributeReader.read(entry.fields());
        Definition definition = new Definition(layer, entry.key());
        @Nullable Definition earlier = definitions.putIfAbsent(attribute.key(), definition);
        if (earlier != null) {
            throw earlier.redefined(
                    layer,
                    entry.key(),
                    "attribute `" + attribute.key() + "`",
                    "use it with `ref`, or choose a key of your own");
        }
        attributes.put(attribute.key(), attribute);
        handling.put(attribute.key(), definition);
        layer.attributes().add(attribute.key());
    }

    private void change(LayerDraft layer, GroupDraft.Entry entry) {
        entry.fields().optional("annotations").ifPresent(value -> {
            Attribute attribute = get(layer, entry.key());
            if (definition(attribute).layer() == layer) {
                throw value.error("`" + attribute.key() + "` is defined by this registry ("
                        + definition(attribute).place().where() + "); write its annotations there");
            }
            YamlMap annotations = value.map();
            Attribute changed = changed(layer, entry.key(), attribute, annotations);
            annotations.optional("add_members").ifPresent(list -> addMembers(layer, changed, list));
            annotations.refuseUnknown();
        });
    }

    private Attribute changed(LayerDraft layer, YamlValue place, Attribute attribute, YamlMap annotations) {
        Definition earlier = handling(attribute);
        AttributeChange change = new AttributeChange(attribute, earlier, layer, annotations);
        // Two that do not know of each other would each have constants of their own, none of them strict enough.
        if (change.isSaid() && !layer.sees(earlier.layer())) {
            throw layer.unseen(place, "the handling of `" + attribute.key() + "`", earlier);
        }
        Attribute changed = change.apply();
        if (!changed.equals(attribute)) {
            attributes.put(attribute.key(), changed);
            handling.put(attribute.key(), new Definition(layer, place));
            layer.attributes().add(attribute.key());
        }
        return changed;
    }

    private void addMembers(LayerDraft layer, Attribute attribute, YamlValue list) {
        if (!(attribute.type() instanceof Enumeration enumeration)) {
            throw list.error("`" + attribute.key() + "` is of type "
                    + attribute.type().label() + ": only an enumeration has members");
        }
        List<Member> added = AttributeReader.members(list);
        List<Member> all = new ArrayList<>(enumeration.members());
        for (Member member : added) {
            for (Member known : enumeration.members()) {
                if (known.id().equals(member.id()) || known.value().equals(member.value())) {
                    throw members.getOrDefault(attribute.key() + " " + known.id(), definition(attribute))
                            .redefined(
                                    layer,
                                    list,
                                    "member `" + known.id() + "` (`" + known.value() + "`) of `" + attribute.key()
                                            + "`",
                                    "remove it here");
                }
            }
            members.put(attribute.key() + " " + member.id(), new Definition(layer, list));
            all.add(member);
        }
        attributes.put(
                attribute.key(),
                new Attribute(attribute.key(), new Enumeration(all), attribute.documentation(), attribute.traits()));
        layer.addedMembers()
                .computeIfAbsent(attribute.key(), key -> new ArrayList<>())
                .addAll(added);
    }
}
