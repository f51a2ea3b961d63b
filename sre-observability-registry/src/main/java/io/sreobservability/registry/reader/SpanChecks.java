package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.Attribute;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.name.NearestName;
import io.sreobservability.registry.name.SpanName;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be judged only when all spans are known. */
final class SpanChecks {
    /** The most names that a family may have when all its placeholders are closed. */
    private static final int MAX_NAMES = 1000;

    private final List<LayerDraft> layers;
    private final GroupTable groups;
    private final AttributeTable attributes;
    private final SpanTable spans;
    private final List<SpanFamily> families;

    SpanChecks(List<LayerDraft> layers, GroupTable groups, AttributeTable attributes, SpanTable spans) {
        this.layers = layers;
        this.groups = groups;
        this.attributes = attributes;
        this.spans = spans;
        this.families = spans.families();
    }

    void run() {
        families.forEach(this::checkNames);
        checkThatFamiliesDoNotOverlap();
        checkVocabulary("annotation", SpanFamily::annotation);
        checkVocabulary("component", SpanFamily::component);
        families.forEach(this::checkSetFromNames);
        families.forEach(this::checkPlaceholders);
    }

    private void checkNames(SpanFamily family) {
        YamlValue place = spans.names(family).place();
        long count = family.placeholders().values().stream()
                .mapToLong(List::size)
                .reduce(1, (a, b) -> Math.min(MAX_NAMES + 1, a * b));
        if (count > MAX_NAMES) {
            throw place.error("`" + family.nameText() + "` has more than " + MAX_NAMES
                    + " names; leave a placeholder open, or divide the family");
        }
        for (String name : family.names()) {
            if (name.length() > SpanName.MAX_LENGTH) {
                throw place.error("the span name `" + name + "` has " + name.length() + " characters; at most "
                        + SpanName.MAX_LENGTH + " are allowed");
            }
        }
    }

    /** One name must lead to one family. */
    private void checkThatFamiliesDoNotOverlap() {
        for (int i = 0; i < families.size(); i++) {
            for (SpanFamily other : families.subList(0, i)) {
                if (families.get(i).overlaps(other)) {
                    throw overlap(families.get(i), other);
                }
            }
        }
    }

    /** The registry that came last is at fault, be it that it defined a family or that it added words to one. */
    private InvalidRegistryException overlap(SpanFamily one, SpanFamily other) {
        boolean oneIsLater = layers.indexOf(spans.names(one).layer())
                >= layers.indexOf(spans.names(other).layer());
        SpanFamily late = oneIsLater ? one : other;
        SpanFamily early = oneIsLater ? other : one;
        return spans.names(late)
                .place()
                .error("names of `" + late.nameText() + "` are also names of `" + early.nameText() + "` of "
                        + groups.definition(early.id()) + "; choose other words");
    }

    /** The run time knows the words of the standard and no others. */
    private void checkVocabulary(String field, Function<SpanFamily, String> value) {
        List<String> known = families.stream()
                .filter(family -> groups.definition(family.id()).layer() == layers.get(0))
                .map(value)
                .distinct()
                .sorted()
                .toList();
        for (SpanFamily family : families) {
            if (!known.contains(value.apply(family))) {
                throw groups.definition(family.id())
                        .place()
                        .error("the " + field + " of `" + family.id() + "` is `" + value.apply(family)
                                + "`; expected one of " + String.join(", ", known)
                                + NearestName.of(value.apply(family), known)
                                        .map(near -> ". Did you mean `" + near + "`?")
                                        .orElse(""));
            }
        }
    }

    /** What is set from an open placeholder is a part of the name, too. */
    private void checkSetFromNames(SpanFamily family) {
        family.set().forEach((key, template) -> {
            @Nullable Attribute attribute = attributes.find(key);
            if (attribute == null || family.placeholders().keySet().containsAll(template.placeholders())) {
                return;
            }
            Exposure.objectionInNames(attribute.traits()).ifPresent(objection -> {
                GroupDraft group = groups.group(family.id());
                YamlValue place =
                        group.requiredAnnotations().required("set").map().key(key);
                throw attributes
                        .atFault(attribute, new Definition(group.layer(), place))
                        .error("`" + key + "` holds a part of the span name `" + family.nameText() + "`, but its "
                                + objection + ": expected an attribute of low or bounded cardinality and of "
                                + "sensitivity none");
            });
        });
    }

    /** Backends group spans by name; a name that holds a user or a question makes a group of one, and shows it. */
    private void checkPlaceholders(SpanFamily family) {
        for (String placeholder : family.name().placeholders()) {
            if (family.placeholders().containsKey(placeholder)) {
                continue;
            }
            for (Attribute attribute : attributes.all()) {
                boolean namesake = attribute.key().endsWith("." + placeholder)
                        || attribute.key().replace('.', '_').equals(placeholder);
                if (namesake) {
                    checkNamesake(family, placeholder, attribute);
                }
            }
        }
    }

    private void checkNamesake(SpanFamily family, String placeholder, Attribute attribute) {
        Exposure.objectionInNames(attribute.traits()).ifPresent(objection -> {
            throw attributes
                    .atFault(attribute, groups.definition(family.id()))
                    .error("{" + placeholder + "} in `" + family.nameText() + "` is named after `" + attribute.key()
                            + "`, whose " + objection + ": a span name must not hold it. Leave it out, or close the "
                            + "placeholder with a list of words");
        });
    }
}
