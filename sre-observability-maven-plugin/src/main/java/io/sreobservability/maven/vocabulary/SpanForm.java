package io.sreobservability.maven.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names with placeholders, for example {@code tool.{tool_name}} or {@code {method} {route}}.
 *
 * @param text the form as the contract writes it
 * @param ofFamily whether our grammar of span names holds for it; otherwise a library chooses the name
 * @param parts the fixed texts and the placeholders in turn
 */
record SpanForm(String text, boolean ofFamily, List<Part> parts) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_/.-]+");
    private static final Pattern ESCAPED_CLASS = Pattern.compile("\\\\[A-Za-z]");
    private static final int MAX_WORDS = 12;

    private static final Shape FAMILY_WORD = new Shape(WORD, "x", false);
    private static final Shape ANYTHING = new Shape(Pattern.compile("\\S+"), "x", false);
    /** Values that libraries put into names: OpenTelemetry's HTTP span names, and the methods of the MCP specification. */
    private static final Map<String, Shape> LIBRARY_SHAPES = Map.of(
            "method", new Shape(Pattern.compile("GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS|HTTP"), "GET", true),
            "route", new Shape(Pattern.compile("/\\S*"), "/", true),
            "mcp_method", new Shape(Pattern.compile("initialize|ping|[a-z]+/[A-Za-z/_]+"), "tools/call", true));

    /**
     * What a placeholder may stand for.
     *
     * @param values the pattern of its values
     * @param example one of them
     * @param telling whether such a value shows which form is meant
     */
    record Shape(Pattern values, String example, boolean telling) {}

    /**
     * A fixed text, or a placeholder with its shape.
     *
     * @param fixed empty for a placeholder
     */
    record Part(String fixed, Shape shape) {}

    static SpanForm ofFamily(String text) {
        return new SpanForm(text, true, parse(text, true));
    }

    static SpanForm ofLibrary(String text) {
        return new SpanForm(text, false, parse(text, false));
    }

    private static List<Part> parse(String text, boolean family) {
        List<Part> parts = new ArrayList<>();
        int end = 0;
        for (MatchResult found : PLACEHOLDER.matcher(text).results().toList()) {
            if (found.start() > end) {
                parts.add(new Part(text.substring(end, found.start()), ANYTHING));
            }
            parts.add(new Part("", family ? FAMILY_WORD : LIBRARY_SHAPES.getOrDefault(found.group(1), ANYTHING)));
            end = found.end();
        }
        if (end < text.length()) {
            parts.add(new Part(text.substring(end), ANYTHING));
        }
        return List.copyOf(parts);
    }

    /** Whether the name follows the form. */
    boolean fits(String name) {
        StringBuilder pattern = new StringBuilder();
        for (Part part : parts) {
            pattern.append(
                    part.fixed().isEmpty()
                            ? "(?:" + part.shape().values().pattern() + ")"
                            : Pattern.quote(part.fixed()));
        }
        return name.matches(pattern.toString());
    }

    /**
     * Names of this form that a query could have in mind. Whether a pattern and a form have a name in common is not decided
     * in general; the names are made from the words of the query, which finds the name that a person would think of.
     */
    Set<String> samples(String query) {
        String plain = ESCAPED_CLASS.matcher(query).replaceAll(" ").replace("\\", "");
        boolean meant = ofFamily || parts.stream().anyMatch(part -> tells(part, plain));
        Set<String> samples = new LinkedHashSet<>(Set.of(""));
        for (Part part : parts) {
            Set<String> longer = new LinkedHashSet<>();
            for (String sample : samples) {
                values(part, meant ? plain : "").forEach(value -> longer.add(sample + value));
            }
            samples = longer;
        }
        return samples;
    }

    private static boolean tells(Part part, String query) {
        return part.fixed().isEmpty()
                ? part.shape().telling()
                        && tokens(query).anyMatch(part.shape().values().asMatchPredicate())
                : !part.fixed().isBlank() && query.contains(part.fixed().strip());
    }

    private static java.util.stream.Stream<String> tokens(String query) {
        return TOKEN.matcher(query).results().map(MatchResult::group);
    }

    private static Set<String> values(Part part, String query) {
        if (!part.fixed().isEmpty()) {
            return Set.of(part.fixed());
        }
        Set<String> values = new LinkedHashSet<>(Set.of(part.shape().example()));
        tokens(query)
                .filter(part.shape().values().asMatchPredicate())
                .limit(MAX_WORDS)
                .forEach(values::add);
        if (!part.shape().telling()) {
            words(query).stream()
                    .filter(part.shape().values().asMatchPredicate())
                    .forEach(values::add);
        }
        return values;
    }

    /** The words of the query by themselves, with something around them, and in pairs. */
    private static Set<String> words(String query) {
        List<String> words = WORD.matcher(query.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MAX_WORDS)
                .toList();
        Set<String> made = new LinkedHashSet<>(words);
        for (String word : words) {
            String bare = word.replaceAll("_+$", "");
            made.addAll(List.of(bare + "_x", "x_" + word, "x_" + bare + "_x"));
            words.forEach(other -> made.add(bare + "_" + other));
        }
        return made;
    }
}
