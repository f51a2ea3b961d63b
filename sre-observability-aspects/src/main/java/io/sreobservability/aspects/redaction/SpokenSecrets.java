package io.sreobservability.aspects.redaction;

/** Secrets behind a word and white space: {@code Bearer abc}, {@code --password abc}, {@code the password is abc1}. */
final class SpokenSecrets {
    private static final int MOST_SPACES = 8;
    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_CREDENTIAL = 8;

    private SpokenSecrets() {}

    /** The secret behind the white space at {@code at}. */
    static long after(CharSequence text, int floor, int at, int end) {
        int word = at;
        while (word > floor && at - word < LONGEST_WORD && isOfWord(text.charAt(word - 1))) {
            word--;
        }
        int length = at - word;
        if (length < 2) {
            return Found.NOTHING;
        }
        int value = Chars.skipSpace(text, at, end, MOST_SPACES);
        if (text.charAt(word) == '-') {
            return flag(text, word, at, value, end);
        }
        if (length == "bearer".length() && Chars.regionMatches(text, word, at, "bearer")) {
            return bearer(text, value, end);
        }
        if (length == "basic".length() && Chars.regionMatches(text, word, at, "basic")) {
            return basic(text, value, end);
        }
        boolean verb = (length == 2 && Chars.regionMatches(text, word, at, "is"))
                || (length == 3 && Chars.regionMatches(text, word, at, "was"));
        return verb ? told(text, floor, word, value, end) : Found.NOTHING;
    }

    private static boolean isOfWord(char c) {
        return Chars.isLetter(c) || c == '-' || c == '_';
    }

    /** {@code --token abc}, and curl's {@code -u user:password}. */
    private static long flag(CharSequence text, int word, int at, int value, int end) {
        if (value >= end || text.charAt(value) == '-') {
            return Found.NOTHING;
        }
        if (Chars.startsWith(text, word, at, "--") && SecretNames.endsAt(text, word, at)) {
            return NamedSecrets.value(text, value, end);
        }
        if (at - word != 2 || text.charAt(word + 1) != 'u') {
            return Found.NOTHING;
        }
        int close = NamedSecrets.bareEnd(text, value, end);
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
        int close = NamedSecrets.bareEnd(text, value, end);
        for (int i = value; i < close; i++) {
            if (Chars.isDigit(text.charAt(i))) {
                return NamedSecrets.value(text, value, end);
            }
        }
        return Found.NOTHING;
    }
}
