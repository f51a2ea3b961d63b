package io.sreobservability.aspects.redaction;

/**
 * Takes what looks like a secret or a person's address out of text. A safety net under the switch that keeps content
 * out altogether, not a promise that nothing slips through. Pure functions; nothing is allocated for text without a secret.
 */
public final class Redactor {
    /** What stands in for a removed secret. */
    public static final String REDACTED = "[REDACTED]";

    /** How much more of a text than may be sent is looked at, in characters: secrets make room when they go. */
    static final int SURPLUS = 4096;

    /** A secret that begins this close to where looking ends may not be recognised. */
    static final int BLIND = 128;

    private static final long SMALLEST_CARD = 1_000_000_000_000L;

    private Redactor() {}

    /** The text without what looks like a secret; the very text if there is none. */
    public static String redact(String text, Scope scope) {
        long found = SecretFinder.next(text, 0, text.length(), scope);
        return found == Found.NOTHING ? text : without(text, text.length(), found, scope);
    }

    /**
     * The first {@code maxLength} UTF-16 characters of the text without what looks like a secret, or one less if that
     * would split a code point. A huge text costs no more than a long one.
     */
    public static String redact(String text, Scope scope, int maxLength) {
        boolean windowed = text.length() - SURPLUS > maxLength;
        int end = windowed ? maxLength + SURPLUS : text.length();
        long found = SecretFinder.next(text, 0, end, scope);
        if (found == Found.NOTHING) {
            return cut(text, maxLength);
        }
        String clean = without(text, end, found, scope);
        return cut(clean, windowed ? Math.min(maxLength, Math.max(0, clean.length() - BLIND)) : maxLength);
    }

    /** Whether the text holds what looks like a secret or a person's address. */
    public static boolean holdsSecret(String text) {
        return SecretFinder.next(text, 0, text.length(), Scope.SECRETS_AND_ADDRESSES) != Found.NOTHING;
    }

    /** Whether a name, such as a map key, says that its value is a secret. */
    public static boolean namesSecret(String name) {
        return SecretNames.endsAt(name, 0, name.length());
    }

    /** Whether a whole number is that of a payment card. */
    public static boolean isCardNumber(long number) {
        return (number >= SMALLEST_CARD || number <= -SMALLEST_CARD) && holdsSecret(Long.toString(number));
    }

    /** How many characters of a huge text must be at hand to {@link #redact(String, Scope, int) redact} it; it ignores the others. */
    public static int lookedAt(int maxLength) {
        return maxLength + SURPLUS + 1;
    }

    private static String without(String text, int end, long first, Scope scope) {
        StringBuilder out = new StringBuilder(Math.min(end, 1024));
        int from = 0;
        long found = first;
        while (found != Found.NOTHING) {
            out.append(text, from, Found.start(found)).append(REDACTED);
            from = Found.end(found);
            found = SecretFinder.next(text, from, end, scope);
        }
        return out.append(text, from, end).toString();
    }

    private static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        boolean splits = maxLength > 0
                && Character.isHighSurrogate(text.charAt(maxLength - 1))
                && Character.isLowSurrogate(text.charAt(maxLength));
        return text.substring(0, splits ? maxLength - 1 : maxLength);
    }
}
