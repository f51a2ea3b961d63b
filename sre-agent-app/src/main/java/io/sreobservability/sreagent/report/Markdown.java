package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.text.OneLine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What others wrote, as a part of a line of Markdown: of queries, tools, logs, memories and models. It is shown as it is written.
 * Nothing in it becomes a link, a picture, HTML, a heading or a list, in CommonMark and in what GitHub adds. What means nothing
 * where it stands is left as it is, so that names and paths stay readable where nobody renders them.
 */
final class Markdown {
    /**
     * What would begin a block, if the text stands first: a heading, a quote, a list, a rule, an underline, the address of a link, a
     * task, the line below a table's head.
     */
    private static final Pattern BLOCK = Pattern.compile("^(?:#{1,6}(?=\\s|$)|>|([-+=])(?=\\s|$|\\1)"
            + "|\\[[^\\]]*\\]:|\\[[ xX]\\](?=\\s)|[|:\\s-]*\\|[|:\\s-]*$)");

    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private Markdown() {}

    /** The text on one line, with a backslash before whatever would not be text. */
    static String text(String written) {
        String line = OneLine.of(written).strip();
        StringBuilder escaped = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); i++) {
            if (isMarkup(line, i)) {
                escaped.append('\\');
            }
            escaped.append(line.charAt(i));
        }
        return notABlock(escaped.toString());
    }

    private static String notABlock(String line) {
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.find()) {
            return numbered.group(1) + '\\' + line.substring(numbered.end(1));
        }
        return BLOCK.matcher(line).find() ? '\\' + line : line;
    }

    private static boolean isMarkup(String line, int at) {
        // Beside its ends stands what we write, and that is no blank.
        char before = at == 0 ? '.' : line.charAt(at - 1);
        char after = at == line.length() - 1 ? '.' : line.charAt(at + 1);
        return switch (line.charAt(at)) {
            case '`' -> true;
            // Where a link or picture has its address. Brackets by themselves are none.
            case ']' -> after == '(' || after == '[';
            // Emphasis, and what is struck through: not where blanks are on both sides.
            case '*', '~' -> !(isBlank(before) && isBlank(after));
            // Inside a word it is only a part of the name.
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
            // HTML and addresses in angle brackets.
            case '<' -> isLetter(after) || after == '/' || after == '!' || after == '?';
            case '&' -> isLetter(after) || after == '#';
            // Escapes whatever sign comes next, also one of ours.
            case '\\' -> isPunctuation(after);
            default -> false;
        };
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isLetter(char character) {
        char lower = Character.toLowerCase(character);
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isPunctuation(char character) {
        return character > ' ' && character < 0x7F && !isLetter(character) && !Character.isDigit(character);
    }
}
