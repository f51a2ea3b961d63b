package io.sreobservability.registry.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A span name that follows the standard: segments of {@code [a-z][a-z0-9_]*} joined by dots, at most
 * {@value #MAX_LENGTH} characters. A whole segment may be a placeholder in braces, whose value is known only when the
 * method runs. Backends group spans by name, so a name must never hold free text.
 */
public record SpanName(List<Segment> segments) {
    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 128;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /**
     * One part of a name between dots.
     *
     * @param text the word, or the placeholder's name without braces
     * @param placeholder whether the part is a placeholder
     */
    public record Segment(String text, boolean placeholder) {
        @Override
        public String toString() {
            return placeholder ? "{" + text + "}" : text;
        }
    }

    /** Copies the list. */
    public SpanName {
        segments = List.copyOf(segments);
    }

    /** Reads a name; empty if the text does not follow the grammar. The length is not looked at. */
    public static Optional<SpanName> parse(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            var placeholder = PLACEHOLDER.matcher(part);
            if (placeholder.matches()) {
                segments.add(new Segment(placeholder.group(1), true));
            } else if (WORD.matcher(part).matches()) {
                segments.add(new Segment(part, false));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new SpanName(segments));
    }

    /** Whether the text is one word of the grammar. */
    public static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    /**
     * The name that follows the grammar and is nearest to the text: {@code tool.GetPods} becomes {@code tool.get_pods}.
     * Empty if nothing is left of the text.
     */
    public static Optional<String> corrected(String text) {
        String corrected = List.of(text.trim().split("\\.", -1)).stream()
                .map(SpanName::correctedSegment)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        return corrected.isEmpty() ? Optional.empty() : Optional.of(corrected);
    }

    private static String correctedSegment(String part) {
        boolean placeholder = part.startsWith("{") && part.endsWith("}");
        String word = HUMP.matcher(part)
                .replaceAll("_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "_")
                .replaceAll("_{2,}", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        return placeholder && !word.isEmpty() ? "{" + word + "}" : word;
    }

    /** The names of the placeholders in order; a name used twice is listed twice. */
    public List<String> placeholders() {
        return segments.stream().filter(Segment::placeholder).map(Segment::text).toList();
    }

    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining("."));
    }
}
