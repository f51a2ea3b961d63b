package io.sreobservability.processor.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text that is fit for a message: one line, of bounded length, and without characters that cannot be seen or that turn
 * the line around. Annotations may hold any text.
 *
 * @param text the text
 */
public record Shown(String text) {
    private static final int MAX_VALUE = 160;
    private static final int MAX_PROSE = 2000;
    private static final int MAX_NAMES = 30;

    /** A value out of the source: escaped and cut. */
    static Shown value(String text) {
        return new Shown(cut(text, MAX_VALUE));
    }

    /** Sentences of ours or of the registry: escaped, and cut only where nobody would read on. */
    public static Shown prose(String text) {
        return new Shown(cut(text, MAX_PROSE));
    }

    /** Names for a reader to choose from, each in back-quotes. */
    public static Shown names(Collection<String> names) {
        List<String> first = names.stream().limit(MAX_NAMES).toList();
        String more = names.size() > first.size() ? " and " + (names.size() - first.size()) + " more" : "";
        return new Shown(
                first.stream().map(name -> "`" + cut(name, MAX_VALUE) + "`").collect(Collectors.joining(", ")) + more);
    }

    private static String cut(String text, int limit) {
        int length = text.codePointCount(0, text.length());
        if (length <= limit) {
            return escape(text);
        }
        String head = text.substring(0, text.offsetByCodePoints(0, limit));
        return escape(head) + String.format(Locale.ROOT, "… (%d characters)", length);
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isVisible(codePoint)) {
                        out.appendCodePoint(codePoint);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
