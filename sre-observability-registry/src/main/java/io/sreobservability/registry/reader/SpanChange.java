package io.sreobservability.registry.reader;

import io.sreobservability.registry.model.AttributeUse;
import io.sreobservability.registry.model.AttributeUse.Requirement;
import io.sreobservability.registry.model.ExternalSpan;
import io.sreobservability.registry.model.SpanFamily;
import io.sreobservability.registry.model.SpanGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one registry adds to the spans of an earlier one: attributes, higher levels, and words of placeholders. */
final class SpanChange {
    private final GroupDraft group;
    private final SpanGroup span;
    private final Map<String, AttributeUse> uses = new LinkedHashMap<>();

    SpanChange(GroupDraft group, SpanGroup span) {
        this.group = group;
        this.span = span;
        span.attributes().forEach(use -> uses.put(use.attribute().key(), use));
    }

    /**
     * Adds an attribute, or raises its level.
     *
     * @param earlier who said last what level it has, if it is there already
     * @return where the change is said; empty if nothing changes
     */
    Optional<YamlValue> add(AttributeUse use, Definition earlier) {
        String key = use.attribute().key();
        Optional<GroupDraft.Entry> entry = group.entries().stream()
                .filter(it -> it.key().text().equals(key))
                .findFirst();
        YamlValue place = entry.map(GroupDraft.Entry::key).orElse(group.id());
        @Nullable AttributeUse before = uses.get(key);
        if (before == null) {
            uses.put(key, use);
            return Optional.of(place);
        }
        // An entry without a level leaves the level alone: it may only tighten the attribute's handling.
        boolean said = entry.map(it -> it.fields().optional("requirement_level").isPresent())
                .orElse(true);
        if (!said || use.requirement().equals(before.requirement())) {
            return Optional.empty();
        }
        int order = use.requirement().level().compareTo(before.requirement().level());
        if (order > 0) {
            throw earlier.loosened(
                    group.layer(),
                    place,
                    "`" + key + "` on `" + span.id() + "`",
                    "requirement level " + label(use.requirement()) + " is below " + label(before.requirement())
                            + "; keep it, or give a higher level");
        }
        if (order == 0 && use.requirement().condition().isEmpty()) {
            return Optional.empty();
        }
        if (order == 0) {
            throw earlier.redefined(
                    group.layer(),
                    place,
                    "the requirement level of `" + key + "` on `" + span.id() + "`",
                    "it is " + label(before.requirement()) + "; leave it, or give a higher level");
        }
        uses.put(key, use);
        return Optional.of(place);
    }

    private static String label(Requirement requirement) {
        String level = requirement.level().name().toLowerCase(Locale.ROOT);
        return requirement.condition().isEmpty() ? level : level + " (" + requirement.condition() + ")";
    }

    /** Whether words of placeholders are given. */
    boolean changesNames() {
        return span instanceof SpanFamily
                && group.requiredAnnotations().optional("placeholders").isPresent();
    }

    /** The spans with all that was added. */
    SpanGroup apply() {
        YamlMap annotations = group.requiredAnnotations();
        List<AttributeUse> attributes = List.copyOf(uses.values());
        if (span instanceof SpanFamily family) {
            return new SpanFamily(
                    family.id(),
                    family.documentation(),
                    family.kind(),
                    attributes,
                    family.name(),
                    family.annotation(),
                    family.component(),
                    family.componentName(),
                    family.set(),
                    family.setOn(),
                    placeholders(family, PlaceholderReader.read(annotations, family.name())));
        }
        return new ExternalSpan(span.id(), span.documentation(), span.kind(), attributes, span.nameText());
    }

    /** The first list of words closes a placeholder, every further one adds to it. */
    private static Map<String, List<String>> placeholders(SpanFamily family, Map<String, List<String>> more) {
        Map<String, List<String>> all = new LinkedHashMap<>(family.placeholders());
        more.forEach((placeholder, words) -> {
            Set<String> union = new LinkedHashSet<>(all.getOrDefault(placeholder, List.of()));
            union.addAll(words);
            all.put(placeholder, new ArrayList<>(union));
        });
        return all;
    }
}
