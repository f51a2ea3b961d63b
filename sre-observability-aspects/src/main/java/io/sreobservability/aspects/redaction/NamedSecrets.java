package io.sreobservability.aspects.redaction;

/** Secrets that are introduced by a name: {@code password=abc}, {@code "apiKey": "abc"}, {@code <token>abc</token>}. */
final class NamedSecrets {
    private static final int MOST_SPACES = 8;
    private static final int LONGEST_TAG = 64;
    private static final String[] NO_SECRETS = {"true", "false", "null", "none"};
    private static final String[] SCHEMES = {"bearer", "basic", "digest", "token", "apikey", "negotiate"};

    private NamedSecrets() {}

    /** The value behind a colon or an equals sign at {@code at}. */
    static long assigned(CharSequence text, int floor, int at, int end) {
        int nameEnd = nameEnd(text, floor, at);
        boolean named = SecretNames.endsAt(text, floor, nameEnd)
                || (text.charAt(at) == '=' && SecretNames.isAssignedAt(text, floor, nameEnd))
                || PairedSecrets.isValueAt(text, floor, nameEnd);
        boolean counts = !named && SecretNames.mayCountAt(text, floor, nameEnd);
        if (!named && !counts) {
            return Found.NOTHING;
        }
        int value = at + 1;
        while (value < end && value < at + 3 && (text.charAt(value) == '=' || text.charAt(value) == '>')) {
            value++;
        }
        value = Chars.skipSpace(text, value, end, MOST_SPACES);
        if (SecretNames.isCookieHeader(text, floor, nameEnd)) {
            return line(text, value, end);
        }
        long found = value(text, value, end);
        return counts && isCount(text, value, found) ? Found.NOTHING : found;
    }

    /** How many there are is no secret: {@code tokens: 1200}. */
    private static boolean isCount(CharSequence text, int value, long found) {
        if (found == Found.NOTHING || Found.start(found) != value) {
            return false;
        }
        for (int i = value; i < Found.end(found); i++) {
            char c = text.charAt(i);
            if (!Chars.isDigit(c) && c != '.' && c != '/') {
                return false;
            }
        }
        return true;
    }

    private static int nameEnd(CharSequence text, int floor, int at) {
        int nameEnd = Chars.skipSpaceBack(text, floor, at, MOST_SPACES);
        if (nameEnd > floor && (text.charAt(nameEnd - 1) == '"' || text.charAt(nameEnd - 1) == '\'')) {
            nameEnd--;
            if (nameEnd > floor && text.charAt(nameEnd - 1) == '\\') {
                nameEnd--;
            }
        }
        return nameEnd;
    }

    /** The text of an element whose start tag ends at {@code at}. */
    static long element(CharSequence text, int floor, int at, int end) {
        if (!SecretNames.endsAt(text, floor, at)) {
            return Found.NOTHING;
        }
        int open = at - 1;
        while (open > floor && at - open < LONGEST_TAG && Chars.isKeyText(text.charAt(open))) {
            open--;
        }
        if (text.charAt(open) != '<') {
            return Found.NOTHING;
        }
        int close = at + 1;
        while (close < end && text.charAt(close) != '<') {
            close++;
        }
        return close == at + 1 ? Found.NOTHING : Found.range(at + 1, close);
    }

    /** A value: in quotes up to the closing one, else up to white space or the next separator. */
    static long value(CharSequence text, int start, int end) {
        if (start >= end) {
            return Found.NOTHING;
        }
        char first = text.charAt(start);
        if (first == '"' || first == '\'') {
            return quoted(text, start + 1, end, first, false);
        }
        if (first == '\\' && start + 1 < end && text.charAt(start + 1) == '"') {
            return quoted(text, start + 2, end, '"', true);
        }
        if (first == '[') {
            return list(text, start + 1, end);
        }
        // What lies in a structure has names of its own.
        if (first == '{') {
            return Found.NOTHING;
        }
        int close = BareValues.end(text, start, end);
        if (isOneOf(text, start, close, SCHEMES)) {
            int next = Chars.skipSpace(text, close, end, MOST_SPACES);
            close = next == close ? close : BareValues.end(text, next, end);
        }
        return close == start || isOneOf(text, start, close, NO_SECRETS) ? Found.NOTHING : Found.range(start, close);
    }

    /** Without its quotes, so that quoted text stays readable for machines. */
    private static long quoted(CharSequence text, int start, int end, char quote, boolean escaped) {
        int close = start;
        while (close < end && text.charAt(close) != quote) {
            close += !escaped && text.charAt(close) == '\\' ? 2 : 1;
        }
        close = Math.min(close, end);
        if (escaped && close > start && text.charAt(close - 1) == '\\') {
            close--;
        }
        return close == start || Chars.startsWith(text, start, close, Redactor.REDACTED)
                ? Found.NOTHING
                : Found.range(start, close);
    }

    /** All values of a list; what stands in for a secret taken out before looks like one. */
    private static long list(CharSequence text, int start, int end) {
        int close = start;
        while (close < end && text.charAt(close) != ']') {
            close++;
        }
        boolean known = Chars.startsWith(text, start - 1, end, Redactor.REDACTED)
                || Chars.startsWith(text, start, end, Redactor.REDACTED);
        return close == start || known ? Found.NOTHING : Found.range(start, close);
    }

    /** A cookie header holds many values, the session among them: it goes as a whole. */
    private static long line(CharSequence text, int start, int end) {
        int close = start;
        while (close < end && "\r\n\"'".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        return close > start && text.charAt(start) != '[' ? Found.range(start, close) : value(text, start, end);
    }

    private static boolean isOneOf(CharSequence text, int start, int end, String[] words) {
        for (String word : words) {
            if (word.length() == end - start && Chars.regionMatches(text, start, end, word)) {
                return true;
            }
        }
        return false;
    }
}
