package io.sreobservability.aspects.redaction;

/** Kinds of characters, in ASCII: the forms of secrets know no others. */
final class Chars {
    private Chars() {}

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlphanumeric(char c) {
        return isLetter(c) || isDigit(c);
    }

    /** What identifiers are made of. */
    static boolean isWord(char c) {
        return isAlphanumeric(c) || c == '_';
    }

    /** The alphabet of base64 in URLs. */
    static boolean isKeyText(char c) {
        return isWord(c) || c == '-';
    }

    /** The alphabet of base64, without the padding. */
    static boolean isBase64(char c) {
        return isAlphanumeric(c) || c == '/' || c == '+';
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static char lower(char c) {
        return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
    }

    /** Whether the text has {@code word}, which is in lower case, at this place, in any case. */
    static boolean regionMatches(CharSequence text, int from, int end, String word) {
        if (from < 0 || end - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (lower(text.charAt(from + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text has exactly {@code word} at this place. */
    static boolean startsWith(CharSequence text, int from, int end, String word) {
        if (end - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(from + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a word can begin here: after a character that words do not have, or after an escape such as the {@code n} of
     * {@code \n} in quoted text.
     */
    static boolean isWordStart(CharSequence text, int at) {
        return at == 0 || !isWord(text.charAt(at - 1)) || (at > 1 && text.charAt(at - 2) == '\\');
    }

    /** The first index from {@code from} on, at most {@code most} further, whose character is no white space. */
    static int skipSpace(CharSequence text, int from, int end, int most) {
        int i = from;
        while (i < end && i - from < most && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The same backwards: the index after the last character that is no white space. */
    static int skipSpaceBack(CharSequence text, int floor, int from, int most) {
        int i = from;
        while (i > floor && from - i < most && isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
