package io.sreobservability.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text by strangers inside generated Java. */
final class JavaText {
    private static final Pattern QUOTED = Pattern.compile("`([A-Za-z0-9_.,:;=+ -]+)`");

    private JavaText() {}

    /** A string literal in ASCII: whatever encoding the consumer's build uses, the value stays what it is. */
    static CodeBlock literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> append(out, (char) c));
        return CodeBlock.of("$L", out.append('"'));
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
    }

    /** Javadoc that shows this text: words between back-quotes are code; no tag, no end of comment, no escape is read. */
    static String javadoc(String text) {
        StringBuilder out = new StringBuilder();
        Matcher quoted = QUOTED.matcher(text);
        int from = 0;
        while (quoted.find()) {
            escape(out, text.substring(from, quoted.start()));
            out.append("{@code ").append(quoted.group(1)).append('}');
            from = quoted.end();
        }
        escape(out, text.substring(from));
        return out.toString().strip();
    }

    private static void escape(StringBuilder out, String text) {
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c)) {
                out.append(' ');
            } else if (c < ' ' || c > '~' || "&<>@*\\{}".indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
            } else {
                out.append((char) c);
            }
        });
    }
}
