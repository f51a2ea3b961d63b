package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.AttributeType.Enumeration;
import io.sreobservability.registry.model.AttributeType.Member;
import io.sreobservability.registry.name.NearestName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be judged only when all attributes are known. */
final class AttributeChecks {
    private final AttributeTable attributes;

    AttributeChecks(AttributeTable attributes) {
        this.attributes = attributes;
    }

    void run() {
        Map<String, Attribute> constants = new HashMap<>();
        for (Attribute attribute : attributes.all()) {
            checkNamespaces(attribute);
            checkConstant(attribute, constants);
            checkSetAlso(attribute);
            checkRenaming(attribute);
        }
    }

    /** {@code a.b} next to {@code a.b.c} would make {@code a.b} both a value and a folder in backends that nest keys. */
    private void checkNamespaces(Attribute attribute) {
        String key = attribute.key();
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            @Nullable Attribute shorter = attributes.find(key.substring(0, dot));
            if (shorter != null) {
                throw place(attribute)
                        .error("attribute `" + key + "` makes a namespace of the attribute `" + shorter.key() + "` of "
                                + attributes.definition(shorter) + "; rename one of them");
            }
        }
    }

    /** {@code a.b_c} next to {@code a.b.c} would give two constants one name, and people would mix them up. */
    private void checkConstant(Attribute attribute, Map<String, Attribute> seen) {
        @Nullable Attribute other = seen.putIfAbsent(attribute.key().replace('.', '_'), attribute);
        if (other != null) {
            throw place(attribute)
                    .error("`" + attribute.key() + "` differs from `" + other.key() + "` of "
                            + attributes.definition(other) + " only in dots and underscores; rename one of them");
        }
    }

    /** A value must not become less private by being written under a second key. */
    private void checkSetAlso(Attribute attribute) {
        Definition handling = attributes.handling(attribute);
        for (String key : attribute.traits().setAlso()) {
            @Nullable Attribute copy = attributes.find(key);
            if (copy == null) {
                throw place(attribute).error("`set_also` of `" + attribute.key() + "`: " + unknown(key));
            }
            if (copy.type() != attribute.type()) {
                throw place(attribute)
                        .error("`set_also` of `" + attribute.key() + "`: `" + key + "` is of type "
                                + copy.type().label() + ", not "
                                + attribute.type().label());
            }
            if (copy.traits().sensitivity().compareTo(attribute.traits().sensitivity()) < 0) {
                throw handling.place()
                        .error("`" + attribute.key() + "` is also written as `" + key + "` of "
                                + attributes.handling(copy) + ", whose sensitivity is weaker: give `" + key
                                + "` the sensitivity "
                                + attribute.traits().sensitivity().name().toLowerCase(Locale.ROOT) + ", too");
            }
        }
    }

    private void checkRenaming(Attribute attribute) {
        attribute.documentation().deprecation().flatMap(it -> it.renamedTo()).ifPresent(key -> {
            if (attributes.find(key) == null) {
                throw place(attribute).error("`renamed_to` of `" + attribute.key() + "`: " + unknown(key));
            }
        });
        if (attribute.type() instanceof Enumeration enumeration) {
            checkRenamedMembers(attribute, enumeration);
        }
    }

    private void checkRenamedMembers(Attribute attribute, Enumeration enumeration) {
        List<String> values = enumeration.values();
        for (Member member : enumeration.members()) {
            member.deprecation().flatMap(it -> it.renamedTo()).ifPresent(value -> {
                if (!values.contains(value)) {
                    throw place(attribute)
                            .error("`renamed_to` of member `" + member.value() + "` of `" + attribute.key()
                                    + "`: no member `" + value + "`" + suggestion(value, values));
                }
            });
        }
    }

    private String unknown(String key) {
        List<String> keys = attributes.all().stream().map(Attribute::key).toList();
        return "no attribute `" + key + "`" + suggestion(key, keys);
    }

    private static String suggestion(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(near -> ". Did you mean `" + near + "`?")
                .orElse("");
    }

    private YamlValue place(Attribute attribute) {
        return attributes.definition(attribute).place();
    }
}
