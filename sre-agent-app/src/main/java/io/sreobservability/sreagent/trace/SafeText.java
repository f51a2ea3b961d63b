package io.sreobservability.sreagent.trace;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text from a trace made harmless for a terminal. Span names and messages come over the network: an escape sequence could
 * repaint the screen, a line break forge a row, a right-to-left mark turn a line around. What is not printed as one plain
 * character is shown by its code point.
 */
final class SafeText {
    private SafeText() {}

    static String of(String text, boolean unicode) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isPlain(point, unicode)) {
                safe.appendCodePoint(point);
            } else {
                safe.append(String.format(Locale.ROOT, "\\u{%X}", point));
            }
        });
        return safe.toString();
    }

    /** {@code text} in exactly {@code width} columns: filled up with blanks, or its end cut off. */
    static String fit(String text, int width, boolean unicode) {
        int columns = columns(text);
        if (columns <= width) {
            return text + " ".repeat(width - columns);
        }
        String kept = firstColumns(text, width - 1);
        return kept + ellipsis(unicode) + " ".repeat(width - 1 - columns(kept));
    }

    /** Like {@link #fit}, but the beginning is cut off: names that share a prefix differ at their end. */
    static String fitEnd(String text, int width, boolean unicode) {
        int columns = columns(text);
        if (columns <= width) {
            return text + " ".repeat(width - columns);
        }
        String reversed = new StringBuilder(text).reverse().toString();
        String kept =
                new StringBuilder(firstColumns(reversed, width - 1)).reverse().toString();
        return ellipsis(unicode) + kept + " ".repeat(width - 1 - columns(kept));
    }

    private static String firstColumns(String text, int width) {
        int used = 0;
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            used += columns(point);
            if (used > width) {
                break;
            }
            index += Character.charCount(point);
        }
        return text.substring(0, index);
    }

    private static String ellipsis(boolean unicode) {
        return unicode ? "…" : "~";
    }

    /** Terminal columns of harmless text: East Asian wide characters and pictographs take two. */
    static int columns(String text) {
        return text.codePoints().map(SafeText::columns).sum();
    }

    static boolean canEncode(Charset charset, String sample) {
        CharsetEncoder encoder = charset.canEncode() ? charset.newEncoder() : StandardCharsets.US_ASCII.newEncoder();
        return encoder.canEncode(sample);
    }

    private static boolean isPlain(int point, boolean unicode) {
        if (point < 0x7F) {
            return point >= 0x20;
        }
        return unicode
                && switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK -> false;
                    default -> true;
                };
    }

    private static int columns(int point) {
        boolean wide = between(point, 0x1100, 0x115F)
                || between(point, 0x2E80, 0xA4CF)
                || between(point, 0xAC00, 0xD7A3)
                || between(point, 0xF900, 0xFAFF)
                || between(point, 0xFE30, 0xFE6F)
                || between(point, 0xFF00, 0xFF60)
                || between(point, 0xFFE0, 0xFFE6)
                || between(point, 0x1F300, 0x1FAFF)
                || between(point, 0x20000, 0x3FFFD);
        return wide ? 2 : 1;
    }

    private static boolean between(int point, int low, int high) {
        return point >= low && point <= high;
    }
}
