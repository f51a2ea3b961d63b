package io.sreobservability.aspects.naming;

import io.sreobservability.aspects.redaction.Redactor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything one span point builds from the values of its placeholders: the span name, the component's name and the
 * derived attributes. Results are kept, so that a name is built once and not per call. Thread-safe.
 */
public final class SpanNaming {
    /** What a word becomes that the registry does not list for its placeholder. */
    public static final String OTHER = "other";

    /** What a value becomes that looks like a secret: names are never private. */
    public static final String REDACTED = "redacted";

    /** How many results one point keeps. A model that invents tool names must not fill the heap; the rest is rebuilt. */
    static final int MAX_KEPT = 256;

    /** How much of a value can reach a name, in characters. */
    private static final int LONGEST_READ = 4 * NameGrammar.MAX_NAME_LENGTH;

    private final NameTemplate spanName;
    private final NameTemplate componentName;
    private final List<NameTemplate> derived;
    private final List<String> placeholders;
    private final List<Set<String>> words;
    private final int maxPartLength;
    private final @Nullable SpanNames constant;
    private final ConcurrentHashMap<Object, SpanNames> kept = new ConcurrentHashMap<>();

    /**
     * Prepares the templates.
     *
     * @param derived keeps its order in {@link SpanNames#derived()}
     * @param words the words that a placeholder may take; one without an entry takes any word
     */
    public SpanNaming(String spanName, String componentName, List<String> derived, Map<String, Set<String>> words) {
        this.spanName = NameTemplate.parse(spanName);
        this.componentName = NameTemplate.parse(componentName);
        this.derived = derived.stream().map(NameTemplate::parse).toList();
        Set<String> names = new LinkedHashSet<>(this.spanName.placeholders());
        names.addAll(this.componentName.placeholders());
        this.derived.forEach(template -> names.addAll(template.placeholders()));
        this.placeholders = List.copyOf(names);
        this.words = placeholders.stream()
                .map(placeholder -> Set.copyOf(words.getOrDefault(placeholder, Set.of())))
                .toList();
        this.maxPartLength = maxPartLength();
        this.constant = placeholders.isEmpty() ? build(new String[0]) : null;
    }

    /** How many placeholders there are. */
    public int placeholderCount() {
        return placeholders.size();
    }

    /** The position of a placeholder's value, or -1 if there is no such placeholder. */
    public int indexOf(String placeholder) {
        return placeholders.indexOf(placeholder);
    }

    /**
     * The names for these values.
     *
     * @param values one per placeholder; a missing one becomes {@link NameGrammar#UNKNOWN}
     */
    public SpanNames resolve(@Nullable String[] values) {
        if (constant != null) {
            return constant;
        }
        // One placeholder is the rule, and its value is key enough; a missing one and an empty one give the same names.
        Object key = values.length == 1 ? Objects.requireNonNullElse(values[0], "") : Arrays.asList(values.clone());
        SpanNames known = kept.get(key);
        if (known != null) {
            return known;
        }
        SpanNames built = build(values);
        // Another thread may add at the same time: the bound is exceeded by at most the number of threads.
        if (kept.size() < MAX_KEPT && areFitToKeep(values)) {
            kept.put(key, built);
        }
        return built;
    }

    /**
     * The span's name as the registry lists it: with the words of closed placeholders, and open ones in braces.
     *
     * @param values one per placeholder
     */
    public String listedName(@Nullable String[] values) {
        List<String> parts = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            parts.add(words.get(i).isEmpty() ? "{" + placeholders.get(i) + "}" : part(i, values[i]));
        }
        return spanName.fill(placeholders, parts);
    }

    /** How many results are kept now. */
    int keptCount() {
        return kept.size();
    }

    private SpanNames build(@Nullable String[] values) {
        List<String> parts = new ArrayList<>(values.length);
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            String part = part(i, values[i]);
            changed |= !part.equals(values[i]);
            parts.add(part);
        }
        return new SpanNames(
                spanName.fill(placeholders, parts),
                componentName.fill(placeholders, parts),
                derived.stream()
                        .map(template -> template.fill(placeholders, parts))
                        .toList(),
                changed);
    }

    /** A name of a closed set is worth an alarm; whatever else comes from outside must not add to it. */
    private String part(int index, @Nullable String value) {
        Set<String> allowed = words.get(index);
        if (allowed.isEmpty() && value != null && holdsSecret(value)) {
            return REDACTED;
        }
        if (allowed.isEmpty()) {
            return NameGrammar.normalise(value, maxPartLength);
        }
        // A listed word is never cut: the registry has checked its length, and half a word is not listed.
        String part = NameGrammar.normalise(value, NameGrammar.MAX_NAME_LENGTH);
        return allowed.contains(part) ? part : OTHER;
    }

    /** What is kept must be bounded in characters, too, and a secret is not to stay in memory. */
    private static boolean areFitToKeep(@Nullable String[] values) {
        for (String value : values) {
            if (value != null && (value.length() > 2 * NameGrammar.MAX_NAME_LENGTH || holdsSecret(value))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsSecret(String value) {
        // The end of a huge text is in no name.
        return Redactor.holdsSecret(value.length() > LONGEST_READ ? value.substring(0, LONGEST_READ) : value);
    }

    /** Open placeholders share the room that the literals and the longest listed words leave. */
    private int maxPartLength() {
        int room = NameGrammar.MAX_NAME_LENGTH - spanName.literalLength();
        int open = 0;
        for (String placeholder : spanName.placeholders()) {
            Set<String> allowed = words.get(placeholders.indexOf(placeholder));
            open += allowed.isEmpty() ? 1 : 0;
            room -= longest(allowed);
        }
        return Math.max(1, room / Math.max(1, open));
    }

    /** The length that a closed placeholder may take; 0 for an open one. */
    private static int longest(Set<String> allowed) {
        int longest = allowed.isEmpty() ? 0 : OTHER.length();
        for (String word : allowed) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
