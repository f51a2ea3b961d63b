package io.sreobservability.aspects.redaction;

/** Secrets behind a word and white space: {@code Bearer abc}, {@code --password abc}, {@code the password is abc1}. */
final class SpokenSecrets {
    private static final int MOST_SPACES = 8;
    private static final int SHORTEST_CREDENTIAL = 8;

    private SpokenSecrets() {}

    /** The secret behind the white space at {@code at}. The last letter of the word before tells most words apart. */
    static long after(CharSequence text, int floor, int at, int end) {
        switch (at == floor ? ' ' : text.charAt(at - 1)) {
            case 'r', 'R' -> {
                return isWord(text, floor, at, "bearer") ? bearer(text, value(text, at, end), end) : Found.NOTHING;
            }
            case 'c', 'C' -> {
                return isWord(text, floor, at, "basic") ? basic(text, value(text, at, end), end) : Found.NOTHING;
            }
            case 's', 'S' -> {
                if (isWord(text, floor, at, "is")) {
                    return told(text, floor, at - "is".length(), value(text, at, end), end);
                }
                return isWord(text, floor, at, "was")
                        ? told(text, floor, at - "was".length(), value(text, at, end), end)
                        : Found.NOTHING;
            }
            default -> {
                return Found.NOTHING;
            }
        }
    }

    private static int value(CharSequence text, int at, int end) {
        return Chars.skipSpace(text, at, end, MOST_SPACES);
    }

    private static boolean isWord(CharSequence text, int floor, int end, String word) {
        int start = end - word.length();
        return start >= floor
                && Chars.regionMatches(text, start, end, word)
                && (start == floor || !Chars.isKeyText(text.charAt(start - 1)));
    }

    /** The secret behind an option from {@code flag} to {@code at}: {@code --token abc}, curl's {@code -u user:password}. */
    static long afterFlag(CharSequence text, int flag, int at, int end) {
        int value = value(text, at, end);
        if (value >= end || text.charAt(value) == '-') {
            return Found.NOTHING;
        }
        if (Chars.startsWith(text, flag, at, "--") && SecretNames.endsAt(text, flag, at)) {
            return NamedSecrets.value(text, value, end);
        }
        if (at - flag != 2 || text.charAt(flag + 1) != 'u') {
            return Found.NOTHING;
        }
        int close = BareValues.end(text, value, end);
        int colon = value;
        while (colon < close && text.charAt(colon) != ':') {
            colon++;
        }
        // Docker's "-u 1000:1000" are numbers of user and group.
        return colon + 1 >= close || Chars.isDigit(text.charAt(value))
                ? Found.NOTHING
                : NamedSecrets.value(text, colon + 1, end);
    }

    private static long bearer(CharSequence text, int start, int end) {
        int close = credentialEnd(text, start, end);
        boolean prose = Chars.regionMatches(text, start, close, "authentication")
                || Chars.regionMatches(text, start, close, "authorization");
        return close - start < SHORTEST_CREDENTIAL || prose ? Found.NOTHING : Found.range(start, close);
    }

    /** Base64 of a user and a password, unlike a word of prose, has a capital inside or a digit. */
    private static long basic(CharSequence text, int start, int end) {
        int close = credentialEnd(text, start, end);
        if (close - start < SHORTEST_CREDENTIAL) {
            return Found.NOTHING;
        }
        for (int i = start + 1; i < close; i++) {
            if (Chars.isUpper(text.charAt(i)) || Chars.isDigit(text.charAt(i))) {
                return Found.range(start, close);
            }
        }
        return Found.NOTHING;
    }

    private static int credentialEnd(CharSequence text, int start, int end) {
        int close = start;
        while (close < end && (Chars.isBase64(text.charAt(close)) || "._~=-".indexOf(text.charAt(close)) >= 0)) {
            close++;
        }
        return close;
    }

    /** Only what holds a digit: "the password is wrong" tells nothing. */
    private static long told(CharSequence text, int floor, int verb, int value, int end) {
        if (!SecretNames.isSpokenAt(text, floor, Chars.skipSpaceBack(text, floor, verb, MOST_SPACES))) {
            return Found.NOTHING;
        }
        int close = BareValues.end(text, value, end);
        for (int i = value; i < close; i++) {
            if (Chars.isDigit(text.charAt(i))) {
                return NamedSecrets.value(text, value, end);
            }
        }
        return Found.NOTHING;
    }
}
