package io.sreobservability.aspects.redaction;

/** Walks over a text and asks, at each character with which a secret can begin, the finder of that form. */
final class SecretFinder {
    private SecretFinder() {}

    /**
     * The first secret from {@code from} on, as {@link Found}.
     *
     * @param from where to begin; what lies before is neither looked at nor part of a secret
     */
    static long next(CharSequence text, int from, int end, Scope scope) {
        int run = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            long found = Found.NOTHING;
            if (Chars.isBase64(c)) {
                run++;
            } else {
                found = cloudSecret(text, from, i, end, run);
                run = 0;
            }
            if (found == Found.NOTHING && c < 128) {
                found = at(text, from, i, end, c, scope);
            }
            if (found != Found.NOTHING) {
                return found;
            }
        }
        return cloudSecret(text, from, end, end, run);
    }

    private static long cloudSecret(CharSequence text, int floor, int runEnd, int end, int run) {
        return run == CloudSecrets.LENGTH && CloudSecrets.isAt(text, floor, runEnd - run, end)
                ? Found.range(runEnd - run, runEnd)
                : Found.NOTHING;
    }

    private static long at(CharSequence text, int floor, int i, int end, char c, Scope scope) {
        switch (c) {
            case ':', '=' -> {
                long named = NamedSecrets.assigned(text, floor, i, end);
                return named == Found.NOTHING && c == ':' ? Addresses.credentials(text, i, end) : named;
            }
            case '>' -> {
                return NamedSecrets.element(text, floor, i, end);
            }
            case ' ', '\t', '\n', '\r' -> {
                return SpokenSecrets.after(text, floor, i, end);
            }
            case '@' -> {
                return scope == Scope.SECRETS ? Found.NOTHING : Addresses.mail(text, floor, i, end);
            }
            case '-' -> {
                return PrivateKeys.at(text, i, end);
            }
            default -> {
                return Chars.isDigit(c) ? CardNumbers.at(text, i, end) : KnownKeys.at(text, i, end);
            }
        }
    }
}
