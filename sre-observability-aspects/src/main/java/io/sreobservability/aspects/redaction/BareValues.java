package io.sreobservability.aspects.redaction;

/** Values without quotes: they go on to white space, or to a separator behind which something else begins. */
final class BareValues {
    private static final String SEPARATORS = ",;&\"'}])<";

    /** Passwords hold separators, too: one that is followed by these belongs to the value. */
    private static final String GOES_ON = "!#$%*+@^_~|";

    private static final int LONGEST_NAME = 64;

    private BareValues() {}

    /** Where the value that begins at {@code start} ends. */
    static int end(CharSequence text, int start, int end) {
        int close = start;
        while (close < end && !Chars.isSpace(text.charAt(close)) && !isEnd(text, close, end)) {
            close++;
        }
        return close;
    }

    private static boolean isEnd(CharSequence text, int at, int end) {
        char separator = text.charAt(at);
        if (SEPARATORS.indexOf(separator) < 0) {
            return false;
        }
        int next = at + 1;
        boolean goesOn =
                next < end && (Chars.isAlphanumeric(text.charAt(next)) || GOES_ON.indexOf(text.charAt(next)) >= 0);
        return !goesOn || isName(text, next, end, separator);
    }

    /** Whether another name begins: {@code &ssl=true}, {@code ;Integrated Security=true}, {@code <br>}. */
    private static boolean isName(CharSequence text, int start, int end, char separator) {
        if (!Chars.isLetter(text.charAt(start))) {
            return false;
        }
        int i = start;
        while (i < end && i - start < LONGEST_NAME && isOfName(text.charAt(i))) {
            i++;
        }
        if (i >= end) {
            return false;
        }
        char close = text.charAt(i);
        return separator == '<' ? close == '>' : close == '=' || close == ':';
    }

    private static boolean isOfName(char c) {
        return Chars.isKeyText(c) || c == '.' || c == ' ';
    }
}
