package io.sreobservability.aspects.redaction;

/** Private keys in PEM form, up to their end or the end of the text. */
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN ";
    private static final String KEY = "PRIVATE KEY";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 60;

    private PrivateKeys() {}

    /** The key that begins at the dash at {@code at}. */
    static long at(CharSequence text, int at, int end) {
        if (!Chars.startsWith(text, at, end, BEGIN) || !isPrivate(text, at + BEGIN.length(), end)) {
            return Found.NOTHING;
        }
        int close = indexOf(text, at + BEGIN.length(), end, END);
        if (close == end) {
            return Found.range(at, end);
        }
        int last = indexOf(text, close + END.length(), end, DASHES);
        return Found.range(at, Math.min(end, last + DASHES.length()));
    }

    private static boolean isPrivate(CharSequence text, int start, int end) {
        for (int i = start; i < end && i - start < LONGEST_LABEL && text.charAt(i) != '-'; i++) {
            if (Chars.startsWith(text, i, end, KEY)) {
                return true;
            }
        }
        return false;
    }

    private static int indexOf(CharSequence text, int from, int end, String part) {
        int i = from;
        while (i < end && !Chars.startsWith(text, i, end, part)) {
            i++;
        }
        return Math.min(i, end);
    }
}
