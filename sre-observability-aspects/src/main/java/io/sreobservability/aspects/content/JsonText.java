package io.sreobservability.aspects.content;

/** How single characters are written inside a JSON string. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /**
     * Appends the text in quotes, as much of it as fits.
     *
     * @param room how many characters may be appended
     * @return how many characters of the text were taken; -1 if not even the quotes fit
     */
    static int append(StringBuilder out, String text, int room) {
        if (room < 2) {
            return -1;
        }
        int limit = out.length() + room - 1;
        out.append('"');
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (out.length() + escapedLength(codePoint) > limit) {
                break;
            }
            append(out, codePoint);
            i += Character.charCount(codePoint);
        }
        out.append('"');
        return i;
    }

    /** How many characters the code point takes. */
    private static int escapedLength(int codePoint) {
        if (codePoint == '"' || codePoint == '\\' || shortEscape(codePoint) != 0) {
            return 2;
        }
        return needsHex(codePoint) ? 6 : Character.charCount(codePoint);
    }

    /** Appends the code point, escaped where JSON asks for it or where the character would break a log line. */
    private static void append(StringBuilder out, int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            out.append('\\').append((char) codePoint);
        } else if (shortEscape(codePoint) != 0) {
            out.append('\\').append(shortEscape(codePoint));
        } else if (needsHex(codePoint)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt((codePoint >> shift) & 0xf));
            }
        } else {
            out.appendCodePoint(codePoint);
        }
    }

    private static char shortEscape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }

    /** Control characters, line separators of Unicode, and halves of surrogate pairs, which are not text in UTF-8. */
    private static boolean needsHex(int codePoint) {
        return codePoint < 0x20
                || (codePoint >= 0x7f && codePoint <= 0x9f)
                || codePoint == 0x2028
                || codePoint == 0x2029
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
