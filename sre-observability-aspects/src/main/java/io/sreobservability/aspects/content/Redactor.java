package io.sreobservability.aspects.content;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes what looks like a secret or a person's address out of text. A safety net under the switch that keeps content
 * out altogether, not a promise that nothing slips through.
 *
 * <p>Every pattern starts at a word boundary or a fixed word and repeats within bounds or possessively, so the time is
 * linear in the length of the text, which is bounded as well.
 */
public final class Redactor {
    /** What stands in for a removed secret. */
    public static final String REDACTED = "[REDACTED]";

    /** How much of a text is looked at, in characters; what lies behind is not sent either. */
    static final int WINDOW = 8192;

    private static final String SECRET_WORD = "(?:pass(?:word|wd|phrase)|pwd|secret|token|credentials?"
            + "|(?:api|access|private|secret)[_-]?key(?:[_-]?id)?|authorization|cookie)";

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*" + SECRET_WORD);

    private static final List<Rule> RULES = List.of(
            // A private key in PEM form, to its end or the end of the text.
            rule("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)"),
            // password=abc, "apiKey": "abc", Authorization: Basic abc; a quoted value is taken to its closing quote.
            rule(
                    "(?i)(" + SECRET_WORD + "\\\\?[\"']?\\s{0,8}[:=]\\s{0,8})"
                            + "(?:\\\\?\"[^\"]*+\"?|'[^']*+'?|(?:(?:bearer|basic)\\s{1,8})?[^\\s,;&\"'}\\])]++)",
                    "$1" + REDACTED),
            rule("(?i)\\b(bearer)\\s{1,8}[a-z0-9._~+/=-]{8,}+", "$1 " + REDACTED),
            // Keys known by their form: AWS access key ids; GitHub, Slack, model provider and Google keys; JSON web
            // tokens.
            rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            rule("\\b(?:gh[pousr]_[A-Za-z0-9]{20,}+|xox[abprs]-[A-Za-z0-9-]{10,}+)"),
            rule("\\b(?:sk-[A-Za-z0-9_-]{16,}+|AIza[A-Za-z0-9_-]{30,}+)"),
            rule("\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?"),
            // User and password inside an address: https://user:password@host.
            rule("(?<=://)[^\\s/@:]{1,256}+:[^\\s/@]{1,256}+(?=@)"),
            // E-mail addresses; the look-behind lets a match start only where a local part starts.
            rule("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,8}"));

    private Redactor() {}

    private record Rule(Pattern pattern, String replacement) {}

    private static Rule rule(String regex) {
        return rule(regex, REDACTED);
    }

    private static Rule rule(String regex, String replacement) {
        return new Rule(Pattern.compile(regex), replacement);
    }

    /** The text without what looks like a secret; a very long text is shortened first. */
    public static String redact(String text) {
        String out = window(text);
        for (Rule rule : RULES) {
            out = rule.pattern().matcher(out).replaceAll(rule.replacement());
        }
        return out;
    }

    /** Whether a name, such as a map key, says that its value is a secret. */
    static boolean namesSecret(String name) {
        return name.length() <= 128 && SECRET_NAME.matcher(name).matches();
    }

    /** A word that the window's edge cuts in two can't be recognised as a secret any more, so it is left out. */
    private static String window(String text) {
        if (text.length() <= WINDOW) {
            return text;
        }
        int end = WINDOW;
        while (end > 0 && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
