package io.sreobservability.aspects.redaction;

/** E-mail addresses, and users with their passwords inside addresses of services. */
final class Addresses {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_LABELS = 9;
    private static final int LONGEST_CREDENTIALS = 512;

    private Addresses() {}

    /** User and password behind the colon of {@code scheme://user:password@host}. */
    static long credentials(CharSequence text, int colon, int end) {
        if (!Chars.startsWith(text, colon, end, "://")) {
            return Found.NOTHING;
        }
        int start = colon + 3;
        int limit = Math.min(end, start + LONGEST_CREDENTIALS);
        int at = -1;
        int password = -1;
        int i = start;
        for (; i < limit && isOfAuthority(text.charAt(i)); i++) {
            char c = text.charAt(i);
            password = c == ':' && at < 0 && password < 0 ? i + 1 : password;
            at = c == '@' ? i : at;
        }
        if (at < 0 && password > 0 && !isPort(text, password, i)) {
            at = lastAt(text, i, limit);
        }
        boolean known = Chars.startsWith(text, start, end, Redactor.REDACTED);
        return at > start && password > 0 && !known ? Found.range(start, at) : Found.NOTHING;
    }

    /** The sign before the host, if the password holds characters that end an authority; -1 if there is none. */
    private static int lastAt(CharSequence text, int from, int limit) {
        int at = -1;
        for (int i = from; i < limit && isOfPassword(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (at >= 0 && !isOfAuthority(c)) {
                break;
            }
            at = c == '@' ? i : at;
        }
        return at;
    }

    /** As in {@code registry:5000/app@sha256}; or nothing at all, as in {@code file:///C:/}. */
    private static boolean isPort(CharSequence text, int start, int end) {
        int i = start;
        while (i < end && Chars.isDigit(text.charAt(i))) {
            i++;
        }
        return i == end;
    }

    private static boolean isOfAuthority(char c) {
        return isOfPassword(c) && c != '/' && c != '?' && c != '#';
    }

    private static boolean isOfPassword(char c) {
        return !Chars.isSpace(c) && "\"'<>".indexOf(c) < 0;
    }

    /** The e-mail address around the {@code @} at {@code at}. */
    static long mail(CharSequence text, int floor, int at, int end) {
        int start = at;
        while (start > floor && at - start < LONGEST_LOCAL_PART && isOfLocalPart(text.charAt(start - 1))) {
            start--;
        }
        int close = domainEnd(text, at + 1, end);
        // The user of every address of a git server is no person.
        boolean git = at - start == 3 && Chars.startsWith(text, start, at, "git");
        return start == at || close < 0 || git ? Found.NOTHING : Found.range(start, close);
    }

    private static boolean isOfLocalPart(char c) {
        return Chars.isKeyText(c) || c == '.' || c == '+' || c == '%';
    }

    /** Where the domain ends; -1 if it is none. Its last label begins with a letter: {@code react@18.2.0} is a version. */
    private static int domainEnd(CharSequence text, int start, int end) {
        int close = -1;
        int label = start;
        for (int labels = 1; labels <= MOST_LABELS; labels++) {
            int i = label;
            while (i < end && i - label < LONGEST_LABEL && isOfLabel(text.charAt(i))) {
                i++;
            }
            if (i == label) {
                break;
            }
            if (labels > 1) {
                close = Chars.isLetter(text.charAt(label)) ? i : -1;
            }
            if (i >= end || text.charAt(i) != '.') {
                break;
            }
            label = i + 1;
        }
        return close;
    }

    private static boolean isOfLabel(char c) {
        return Chars.isAlphanumeric(c) || c == '-';
    }
}
