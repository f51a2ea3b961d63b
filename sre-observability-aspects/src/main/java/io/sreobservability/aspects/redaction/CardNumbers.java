package io.sreobservability.aspects.redaction;

/**
 * Numbers of payment cards: 13 to 19 digits, in groups or not, that begin as an issuer's numbers do and end in the right
 * check digit (Luhn's formula, ISO/IEC 7812). Order numbers and times nearly always fail one of these.
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private CardNumbers() {}

    /** The number whose first digit is at {@code at}, where a word begins. */
    static long at(CharSequence text, int at, int end) {
        int prefix = prefix(text, at, end);
        if (!canBeIssued(prefix) || isDecimals(text, at)) {
            return Found.NOTHING;
        }
        long found = Found.NOTHING;
        int digits = 0;
        int i = at;
        while (i < end && digits <= LONGEST) {
            if (!Chars.isDigit(text.charAt(i))) {
                if (!isSeparator(text, i, end)) {
                    break;
                }
                i++;
            }
            digits++;
            i++;
            boolean groupEnds = i >= end || !Chars.isDigit(text.charAt(i));
            if (groupEnds
                    && digits >= SHORTEST
                    && digits <= LONGEST
                    && isIssued(prefix, digits)
                    && isCard(text, at, i, end)) {
                found = Found.range(at, i);
            }
        }
        return found;
    }

    private static boolean isDecimals(CharSequence text, int at) {
        return at > 1 && text.charAt(at - 1) == '.' && Chars.isDigit(text.charAt(at - 2));
    }

    private static boolean isSeparator(CharSequence text, int at, int end) {
        char c = text.charAt(at);
        return (c == ' ' || c == '-') && at + 1 < end && Chars.isDigit(text.charAt(at + 1));
    }

    private static boolean isCard(CharSequence text, int start, int close, int end) {
        return !goesOn(text, close, end) && checks(text, start, close);
    }

    /** Whether the word goes on, as that of a UUID does, or the number. */
    private static boolean goesOn(CharSequence text, int close, int end) {
        if (close >= end) {
            return false;
        }
        char next = text.charAt(close);
        return Chars.isWord(next)
                || ((next == '-' || next == '.') && close + 1 < end && Chars.isAlphanumeric(text.charAt(close + 1)));
    }

    /** Nearly every number of an incident is no card by its first digits: times and years are not. */
    private static boolean canBeIssued(int four) {
        return (four >= 3000 && four < 7000) || isNewMastercard(four);
    }

    private static boolean isNewMastercard(int four) {
        return four >= 2221 && four <= 2720;
    }

    private static boolean isIssued(int four, int digits) {
        int two = four / 100;
        if (two >= 40 && two <= 49) {
            return digits == 13 || digits == 16 || digits == 19;
        }
        if ((two >= 51 && two <= 55) || isNewMastercard(four)) {
            return digits == 16;
        }
        if (two == 34 || two == 37) {
            return digits == 15;
        }
        if (two == 30 || two == 36 || two == 38 || two == 39) {
            return digits >= 14;
        }
        return two == 35 ? digits >= 16 : two == 50 || (two >= 56 && two <= 69);
    }

    /** The first four digits as a number, which are never separated; -1 if there are fewer. */
    private static int prefix(CharSequence text, int start, int end) {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            if (i >= end || !Chars.isDigit(text.charAt(i))) {
                return -1;
            }
            value = 10 * value + text.charAt(i) - '0';
        }
        return value;
    }

    /** From the right, every second digit counts twice, by the sum of its digits; all together are a multiple of ten. */
    private static boolean checks(CharSequence text, int start, int end) {
        int sum = 0;
        boolean twice = false;
        for (int i = end - 1; i >= start; i--) {
            if (Chars.isDigit(text.charAt(i))) {
                int digit = (text.charAt(i) - '0') * (twice ? 2 : 1);
                sum += digit > 9 ? digit - 9 : digit;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
