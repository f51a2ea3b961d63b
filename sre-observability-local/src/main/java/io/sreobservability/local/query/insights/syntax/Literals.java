package io.sreobservability.local.query.insights.syntax;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** What the words of a query stand for. */
final class Literals {
    private static final int LONGEST_PERIOD = 9;
    private static final Map<String, Long> MILLIS = Map.ofEntries(
            Map.entry("ms", 1L),
            Map.entry("msec", 1L),
            Map.entry("s", 1_000L),
            Map.entry("sec", 1_000L),
            Map.entry("m", 60_000L),
            Map.entry("min", 60_000L),
            Map.entry("h", 3_600_000L),
            Map.entry("hr", 3_600_000L),
            Map.entry("d", 86_400_000L),
            Map.entry("day", 86_400_000L),
            Map.entry("w", 604_800_000L),
            Map.entry("week", 604_800_000L));

    private Literals() {}

    /** The text between quotes; a backslash takes the next character as it is. */
    static String text(Token string) {
        return inside(string).replaceAll("(?s)\\\\(.)", "$1");
    }

    /** A name, without its back-quotes if it has any. */
    static String name(Token name) {
        return name.getText().startsWith("`") ? inside(name) : name.getText();
    }

    /**
     * The regular expression between slashes, in a dialect that is matched in linear time, whatever the pattern: without
     * references back, and without looking ahead or behind.
     */
    static Pattern pattern(Token pattern) {
        // Named groups: (?<name>...) in the language, (?P<name>...) in the dialect.
        String dialect = inside(pattern).replaceAll("\\(\\?<(?=[A-Za-z])", "(?P<");
        try {
            return Pattern.compile(dialect);
        } catch (PatternSyntaxException e) {
            throw new SyntaxProblem(
                    pattern,
                    "the regular expression is not supported (" + e.getDescription() + ": " + e.getPattern() + ")");
        }
    }

    /** A span of time in milliseconds. */
    static long millis(Token duration) {
        String text = duration.getText();
        String digits = text.replaceAll("[^0-9].*", "");
        Long unit = MILLIS.get(text.substring(digits.length()).toLowerCase(Locale.ROOT));
        if (unit == null || digits.length() > LONGEST_PERIOD || Long.parseLong(digits) == 0) {
            throw new SyntaxProblem(
                    duration, "the period " + text + " is not supported: use one like 30s, 5m, 1h or 1d");
        }
        return Long.parseLong(digits) * unit;
    }

    private static String inside(Token quoted) {
        return quoted.getText().substring(1, quoted.getText().length() - 1);
    }
}
