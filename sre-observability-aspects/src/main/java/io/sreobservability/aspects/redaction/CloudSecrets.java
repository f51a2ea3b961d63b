package io.sreobservability.aspects.redaction;

/**
 * AWS secret access keys: forty characters of base64, and nothing that tells them from other text. One is recognised near a
 * word that speaks of it.
 */
final class CloudSecrets {
    /** How long a secret access key is. */
    static final int LENGTH = 40;

    private static final int CONTEXT = 64;

    private CloudSecrets() {}

    /** Whether the run of base64 from {@code start}, which is {@link #LENGTH} long, is such a key. */
    static boolean isAt(CharSequence text, int floor, int start, int end) {
        int close = start + LENGTH;
        boolean padded = close < end && text.charAt(close) == '=';
        return !padded && isMixed(text, start, close) && isIntroduced(text, Math.max(floor, start - CONTEXT), start);
    }

    /** A hash in hexadecimal has no capitals, or only capitals. */
    private static boolean isMixed(CharSequence text, int start, int end) {
        boolean lower = false;
        boolean upper = false;
        for (int i = start; i < end; i++) {
            lower |= Chars.isLower(text.charAt(i));
            upper |= Chars.isUpper(text.charAt(i));
        }
        return lower && upper;
    }

    private static boolean isIntroduced(CharSequence text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Chars.regionMatches(text, i, end, "secret")
                    || Chars.regionMatches(text, i, end, "aws")
                    || Chars.regionMatches(text, i, end, "access key")
                    || Chars.regionMatches(text, i, end, "credential")) {
                return true;
            }
        }
        return false;
    }
}
