package io.sreobservability.registry.model;

import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.name.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spans that one of our annotations makes, all named after one pattern.
 *
 * @param id the group's id
 * @param documentation what they stand for
 * @param kind how the work relates to other processes
 * @param attributes what they may carry
 * @param name the pattern, for example {@code tool.{tool_name}}
 * @param annotation the simple name of the annotation that makes them
 * @param component agent, tool or memory: whose failures and durations these are
 * @param componentName the component's name, derived from the placeholders
 * @param set values that the library sets by itself, by attribute key, derived from the placeholders
 * @param setOn further such values, by the span's name and then by attribute key: only spans of that very name get them
 * @param placeholders the words allowed for a placeholder; any word for one that has no entry
 */
public record SpanFamily(
        String id,
        Documentation documentation,
        SpanKind kind,
        List<AttributeUse> attributes,
        SpanName name,
        String annotation,
        String component,
        Template componentName,
        Map<String, Template> set,
        Map<String, Map<String, Template>> setOn,
        Map<String, List<String>> placeholders)
        implements SpanGroup {

    /** Copies the collections, in their order. */
    public SpanFamily {
        attributes = List.copyOf(attributes);
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        setOn = Collections.unmodifiableMap(new LinkedHashMap<>(setOn));
        placeholders = Collections.unmodifiableMap(new LinkedHashMap<>(placeholders));
    }

    @Override
    public String nameText() {
        return name.toString();
    }

    /** The values that the library sets by itself on spans of this name, by attribute key. */
    public Map<String, Template> setBy(SpanName spanName) {
        Map<String, Template> all = new LinkedHashMap<>(set);
        all.putAll(setOn.getOrDefault(spanName.toString(), Map.of()));
        return all;
    }

    /** Whether the library sets the attribute by itself, on all spans or on those of some name. */
    public boolean sets(String key) {
        return set.containsKey(key) || setOn.values().stream().anyMatch(values -> values.containsKey(key));
    }

    /**
     * Compares a name with this family's pattern. A placeholder of the pattern takes an allowed word, or the same
     * placeholder left open.
     *
     * @return the words of the placeholders that the name fills, without those it leaves open; empty if the name is not
     *     of this family
     */
    public Optional<Map<String, String>> match(SpanName candidate) {
        List<SpanName.Segment> pattern = name.segments();
        List<SpanName.Segment> given = candidate.segments();
        if (pattern.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.get(i).equals(given.get(i))) {
                continue;
            }
            if (!pattern.get(i).placeholder()
                    || given.get(i).placeholder()
                    || !allows(pattern.get(i).text(), given.get(i).text())) {
                return Optional.empty();
            }
            words.put(pattern.get(i).text(), given.get(i).text());
        }
        return Optional.of(words);
    }

    /** Whether some name belongs to both families. */
    public boolean overlaps(SpanFamily other) {
        if (name.segments().size() != other.name.segments().size()) {
            return false;
        }
        for (int i = 0; i < name.segments().size(); i++) {
            @Nullable List<String> mine = words(name.segments().get(i));
            @Nullable List<String> others = other.words(other.name.segments().get(i));
            if (mine != null && others != null && Collections.disjoint(mine, others)) {
                return false;
            }
        }
        return true;
    }

    /** The words that a segment may be; null if any. */
    private @Nullable List<String> words(SpanName.Segment segment) {
        return segment.placeholder() ? placeholders.get(segment.text()) : List.of(segment.text());
    }

    private boolean allows(String placeholder, String word) {
        @Nullable List<String> closed = placeholders.get(placeholder);
        return closed == null || closed.contains(word);
    }

    /** Every name of the family; where a placeholder is open, the name keeps it in braces. */
    public List<String> names() {
        return names(name, placeholders);
    }

    /** Every name after a pattern whose placeholders may be these words; where one is open, the name keeps it in braces. */
    public static List<String> names(SpanName name, Map<String, List<String>> placeholders) {
        List<Map<String, String>> choices = List.of(Map.of());
        for (String placeholder : name.placeholders()) {
            List<String> words = placeholders.getOrDefault(placeholder, List.of("{" + placeholder + "}"));
            List<Map<String, String>> extended = new ArrayList<>();
            for (Map<String, String> choice : choices) {
                for (String word : words) {
                    Map<String, String> next = new LinkedHashMap<>(choice);
                    next.put(placeholder, word);
                    extended.add(next);
                }
            }
            choices = extended;
        }
        Template template = new Template(name.toString());
        return choices.stream().map(template::fill).toList();
    }
}
