package io.sreobservability.aspects.naming;

import org.jspecify.annotations.Nullable;

/** The grammar of one part of a span name, {@code [a-z][a-z0-9_]*}, and the way any text is brought into it. */
public final class NameGrammar {
    /** The longest span name, in characters; longer ones break dashboards and X-Ray's display. */
    public static final int MAX_NAME_LENGTH = 128;

    /** What a part becomes when nothing of it is left. */
    public static final String UNKNOWN = "unknown";

    private NameGrammar() {}

    /** Whether the text is a valid part as it is. */
    public static boolean isPart(String text) {
        if (text.isEmpty() || !isLower(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLower(c) && !isDigit(c) && c != '_') {
                return false;
            }
        }
        return true;
    }

    /**
     * The nearest valid part: words are joined by underscores ({@code GetPods} becomes {@code get_pods}, {@code
     * HTTPServer} becomes {@code http_server}), everything outside ASCII letters and digits separates words, a leading
     * digit gets {@code n_} in front, and nothing at all becomes {@link #UNKNOWN}. A valid part that is short enough is
     * returned as it is.
     *
     * @param maxLength the longest result, at least 1
     */
    public static String normalise(@Nullable String text, int maxLength) {
        if (text == null) {
            return cut(UNKNOWN, maxLength);
        }
        // Only the beginning can end up in the result, so a huge text costs no more than a long one.
        String head = text.length() > 4 * maxLength ? text.substring(0, 4 * maxLength) : text;
        if (isPart(head)) {
            return cut(head, maxLength);
        }
        String words = snakeCase(head);
        if (words.isEmpty()) {
            return cut(UNKNOWN, maxLength);
        }
        return cut(isDigit(words.charAt(0)) ? "n_" + words : words, maxLength);
    }

    private static String snakeCase(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUpper(c)) {
                if (startsWord(text, i)) {
                    separate(out);
                }
                out.append((char) (c + ('a' - 'A')));
            } else if (isLower(c) || isDigit(c)) {
                out.append(c);
            } else {
                separate(out);
            }
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '_') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /** A capital starts a word after a small letter or digit, and as the last of a run of capitals before a small one. */
    private static boolean startsWord(String text, int i) {
        if (i == 0) {
            return false;
        }
        char before = text.charAt(i - 1);
        return isLower(before)
                || isDigit(before)
                || (isUpper(before) && i + 1 < text.length() && isLower(text.charAt(i + 1)));
    }

    private static void separate(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '_') {
            out.append('_');
        }
    }

    private static String cut(String part, int maxLength) {
        return part.length() <= maxLength ? part : part.substring(0, maxLength);
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
