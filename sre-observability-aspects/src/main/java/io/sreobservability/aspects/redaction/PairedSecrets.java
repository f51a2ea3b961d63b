package io.sreobservability.aspects.redaction;

/**
 * Names and values that stand side by side: a container's environment, {@code {"name": "DB_PASSWORD", "value": "abc"}} or the same
 * in YAML, and arguments in a list, {@code ["--password", "abc"]}.
 */
final class PairedSecrets {
    private static final String VALUE = "value";
    private static final int MOST_SPACES = 32; // YAML is indented
    private static final int LONGEST_NAME = 128;

    private PairedSecrets() {}

    /** Whether the name that ends at {@code nameEnd} is {@code value}, and its neighbour says that it is a secret. */
    static boolean isValueAt(CharSequence text, int floor, int nameEnd) {
        int start = nameEnd - VALUE.length();
        if (start < floor || !Chars.regionMatches(text, start, nameEnd, VALUE) || !Chars.isWordStart(text, start)) {
            return false;
        }
        int before = Chars.skipSpaceBack(text, floor, withoutQuote(text, floor, start), MOST_SPACES);
        if (before > floor && text.charAt(before - 1) == ',') {
            before = Chars.skipSpaceBack(text, floor, before - 1, MOST_SPACES);
        }
        int end = withoutQuote(text, floor, before);
        return SecretNames.endsAt(text, floor, end) && isNamed(text, floor, end);
    }

    /** Whether the text up to {@code end} is the value of a member called name or key. */
    private static boolean isNamed(CharSequence text, int floor, int end) {
        int start = end;
        while (start > floor && end - start < LONGEST_NAME && isOfName(text.charAt(start - 1))) {
            start--;
        }
        int sign = Chars.skipSpaceBack(text, floor, withoutQuote(text, floor, start), MOST_SPACES);
        if (sign == floor || (text.charAt(sign - 1) != ':' && text.charAt(sign - 1) != '=')) {
            return false;
        }
        int named = withoutQuote(text, floor, Chars.skipSpaceBack(text, floor, sign - 1, MOST_SPACES));
        return Chars.regionMatches(text, named - "name".length(), named, "name")
                || Chars.regionMatches(text, named - "key".length(), named, "key");
    }

    private static boolean isOfName(char c) {
        return Chars.isKeyText(c) || c == '.';
    }

    private static int withoutQuote(CharSequence text, int floor, int end) {
        if (end <= floor || (text.charAt(end - 1) != '"' && text.charAt(end - 1) != '\'')) {
            return end;
        }
        return end - 1 > floor && text.charAt(end - 2) == '\\' ? end - 2 : end - 1;
    }

    /** The argument behind the quoted option that begins at the dash at {@code at}. */
    static long argument(CharSequence text, int floor, int at, int end) {
        if (at == floor || !Chars.startsWith(text, at, end, "--")) {
            return Found.NOTHING;
        }
        char quote = text.charAt(at - 1);
        if (quote != '"' && quote != '\'') {
            return Found.NOTHING;
        }
        int close = at;
        while (close < end && close - at < LONGEST_NAME && Chars.isKeyText(text.charAt(close))) {
            close++;
        }
        int comma = close < end && text.charAt(close) == '\\' ? close + 1 : close;
        comma = comma < end && text.charAt(comma) == quote ? Chars.skipSpace(text, comma + 1, end, MOST_SPACES) : end;
        if (comma >= end || text.charAt(comma) != ',' || !SecretNames.endsAt(text, at, close)) {
            return Found.NOTHING;
        }
        int value = Chars.skipSpace(text, comma + 1, end, MOST_SPACES);
        boolean quoted = value < end && (text.charAt(value) == quote || text.charAt(value) == '\\');
        return quoted ? NamedSecrets.value(text, value, end) : Found.NOTHING;
    }
}
