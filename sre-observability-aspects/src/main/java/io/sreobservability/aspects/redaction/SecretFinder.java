package io.sreobservability.aspects.redaction;

/**
 * Walks over a text and asks, at each character with which a secret can begin or be introduced, the finder of that form.
 * This runs for every text of every span: a table tells in one look that a character is of no interest, as most are.
 */
final class SecretFinder {
    private static final int BASE64 = 1;
    private static final int WORD = 2;
    /** A key or a number can begin with it, but only where a word begins. */
    private static final int BEGINS = 4;
    /** It may introduce a secret wherever it stands. */
    private static final int INTRODUCES = 8;

    private static final byte[] KINDS = kinds();

    private SecretFinder() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = 0; c < kinds.length; c++) {
            int kind = Chars.isBase64(c) ? BASE64 : 0;
            kind |= Chars.isWord(c) ? WORD : 0;
            kind |= Chars.isDigit(c) || KnownKeys.canBeginWith(c) ? BEGINS : 0;
            kind |= Chars.isSpace(c) || ":=>@-".indexOf(c) >= 0 ? INTRODUCES : 0;
            kinds[c] = (byte) kind;
        }
        return kinds;
    }

    /**
     * The first secret from {@code from} on, as {@link Found}.
     *
     * @param from where to begin; what lies before is neither looked at nor part of a secret
     */
    static long next(CharSequence text, int from, int end, Scope scope) {
        int run = 0; // characters of base64 right before this one
        int flag = -1; // where an option such as --token began, if this word is one
        boolean inWord = from > 0 && !Chars.isWordStart(text, from);
        boolean escaped = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            int kind = c < KINDS.length ? KINDS[c] : 0;
            long found = Found.NOTHING;
            if ((kind & BASE64) != 0) {
                run++;
            } else {
                found = run == CloudSecrets.LENGTH ? cloudSecret(text, from, i, end) : found;
                run = 0;
            }
            if (found == Found.NOTHING && (kind & BEGINS) != 0 && !inWord) {
                found = Chars.isDigit(c) ? CardNumbers.at(text, i, end) : KnownKeys.at(text, i, end);
            } else if (found == Found.NOTHING && (kind & INTRODUCES) != 0) {
                found = introduced(text, from, i, end, flag, scope);
                flag = c == '-' ? flagFrom(text, from, i, flag) : Chars.isSpace(c) ? -1 : flag;
            }
            if (found != Found.NOTHING) {
                return found;
            }
            // The n of \n in quoted text belongs to no word.
            inWord = (kind & WORD) != 0 && !escaped;
            escaped = c == '\\';
        }
        return run == CloudSecrets.LENGTH ? cloudSecret(text, from, end, end) : Found.NOTHING;
    }

    private static int flagFrom(CharSequence text, int floor, int dash, int known) {
        return dash == floor || Chars.isSpace(text.charAt(dash - 1)) ? dash : known;
    }

    private static long cloudSecret(CharSequence text, int floor, int runEnd, int end) {
        int start = runEnd - CloudSecrets.LENGTH;
        return CloudSecrets.isAt(text, floor, start, end) ? Found.range(start, runEnd) : Found.NOTHING;
    }

    private static long introduced(CharSequence text, int floor, int i, int end, int flag, Scope scope) {
        switch (text.charAt(i)) {
            case ':' -> {
                long named = NamedSecrets.assigned(text, floor, i, end);
                return named == Found.NOTHING ? Addresses.credentials(text, i, end) : named;
            }
            case '=' -> {
                return NamedSecrets.assigned(text, floor, i, end);
            }
            case '>' -> {
                return NamedSecrets.element(text, floor, i, end);
            }
            case '@' -> {
                return scope == Scope.SECRETS ? Found.NOTHING : Addresses.mail(text, floor, i, end);
            }
            case '-' -> {
                long key = PrivateKeys.at(text, i, end);
                return key == Found.NOTHING ? PairedSecrets.argument(text, floor, i, end) : key;
            }
            default -> {
                return flag < 0
                        ? SpokenSecrets.after(text, floor, i, end)
                        : SpokenSecrets.afterFlag(text, flag, i, end);
            }
        }
    }
}
