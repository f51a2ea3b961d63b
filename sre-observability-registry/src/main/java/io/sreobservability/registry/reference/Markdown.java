package io.sreobservability.registry.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any text as Markdown that shows exactly this text, on one line, inside and outside tables. Registries and annotations
 * come from strangers; a page must neither break nor gain markup by what they wrote.
 */
final class Markdown {
    /** The longest piece of foreign text on a page, in characters. */
    static final int LONGEST = 300;

    /** What may stand between back-quotes as it is; parsers differ on a pipe or backslash there. */
    private static final Pattern PLAIN_CODE = Pattern.compile("[!-~&&[^|`\\\\]]([ -~&&[^|`\\\\]]*[!-~&&[^|`\\\\]])?");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern INSIDE_WORD = Pattern.compile("(?<=[A-Za-z0-9])&#95;(?=[A-Za-z0-9])");
    private static final Pattern LIST_OR_RULE = Pattern.compile("^([0-9]{0,9})([-+=.)])");

    private Markdown() {}

    /** Text in which words between back-quotes are shown as code, as registries write them. */
    static String text(String text) {
        String shown = shortened(text);
        StringBuilder out = new StringBuilder(shown.length() + 16);
        Matcher quoted = QUOTED.matcher(shown);
        int from = 0;
        while (quoted.find()) {
            out.append(escaped(shown.substring(from, quoted.start()))).append(codeOf(quoted.group(1)));
            from = quoted.end();
        }
        String line = out.append(escaped(shown.substring(from))).toString().strip();
        Matcher start = LIST_OR_RULE.matcher(line);
        return start.find() ? start.group(1) + number(start.group(2).charAt(0)) + line.substring(start.end()) : line;
    }

    /** Text as code; as plain text where it holds what cannot stand in code. */
    static String code(String text) {
        return codeOf(shortened(text));
    }

    private static String codeOf(String text) {
        return PLAIN_CODE.matcher(text).matches()
                ? "`" + text + "`"
                : escaped(text).strip();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c));
        // An underscore inside a word marks nothing; some renderers turn bare addresses into links.
        return INSIDE_WORD
                .matcher(out)
                .replaceAll("_")
                .replace("://", "&#58;//")
                .replace("www.", "www&#46;");
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            out.append(' ');
        } else if (isInvisible(c)) {
            out.append(String.format("(U+%04X)", c));
        } else if ("&<>|\\`*_[]~#!".indexOf(c) >= 0) {
            out.append(number((char) c));
        } else {
            out.appendCodePoint(c);
        }
    }

    /** By number: unlike a backslash, this means the same to every parser, within tables, too. */
    private static String number(char c) {
        return "&#" + (int) c + ";";
    }

    /** Control, format (some turn the direction of text), separator and unassigned characters and lone surrogates. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
