package io.sreobservability.aspects.redaction;

import java.util.ArrayList;
import java.util.List;

/** Keys that say by their first characters what they are. */
final class KnownKeys {
    /** How far a key is looked at to tell it from other words; what follows belongs to it all the same. */
    private static final int LOOK_AHEAD = 64;

    private static final int LONGEST_TOKEN_HEADER = 512;
    private static final int SHORTEST_TOKEN_PART = 8;
    private static final int ACCESS_KEY_ID_LENGTH = 16;

    private enum Alphabet {
        WORDS,
        KEY_TEXT,
        ALPHANUMERIC
    }

    /**
     * A form of keys.
     *
     * @param prefix how each begins
     * @param alphabet what follows
     * @param least how many characters follow at least
     * @param digits how many of them are digits at least, where words begin the same way
     */
    private record Form(String prefix, Alphabet alphabet, int least, int digits) {}

    private static final List<Form> FORMS = List.of(
            // GitHub and GitLab
            new Form("ghp_", Alphabet.ALPHANUMERIC, 20, 0),
            new Form("gho_", Alphabet.ALPHANUMERIC, 20, 0),
            new Form("ghu_", Alphabet.ALPHANUMERIC, 20, 0),
            new Form("ghs_", Alphabet.ALPHANUMERIC, 20, 0),
            new Form("ghr_", Alphabet.ALPHANUMERIC, 20, 0),
            new Form("github_pat_", Alphabet.WORDS, 20, 0),
            new Form("glpat-", Alphabet.KEY_TEXT, 20, 0),
            // providers of models, and others that write their keys alike
            new Form("sk-", Alphabet.KEY_TEXT, 16, 2),
            new Form("hf_", Alphabet.ALPHANUMERIC, 30, 0),
            // Google
            new Form("AIza", Alphabet.KEY_TEXT, 30, 0),
            new Form("ya29.", Alphabet.KEY_TEXT, 20, 0),
            // Slack
            new Form("xoxa-", Alphabet.KEY_TEXT, 10, 0),
            new Form("xoxb-", Alphabet.KEY_TEXT, 10, 0),
            new Form("xoxe-", Alphabet.KEY_TEXT, 10, 0),
            new Form("xoxp-", Alphabet.KEY_TEXT, 10, 0),
            new Form("xoxr-", Alphabet.KEY_TEXT, 10, 0),
            new Form("xoxs-", Alphabet.KEY_TEXT, 10, 0),
            // Stripe
            new Form("sk_live_", Alphabet.ALPHANUMERIC, 16, 0),
            new Form("sk_test_", Alphabet.ALPHANUMERIC, 16, 0),
            new Form("rk_live_", Alphabet.ALPHANUMERIC, 16, 0),
            new Form("rk_test_", Alphabet.ALPHANUMERIC, 16, 0),
            new Form("whsec_", Alphabet.ALPHANUMERIC, 16, 0),
            // registries of packages, vaults, mail
            new Form("npm_", Alphabet.ALPHANUMERIC, 36, 0),
            new Form("pypi-", Alphabet.KEY_TEXT, 32, 0),
            new Form("hvs.", Alphabet.KEY_TEXT, 20, 0),
            new Form("SG.", Alphabet.KEY_TEXT, 20, 0));

    private static final Form[][] BY_FIRST = byFirst();

    private KnownKeys() {}

    private static Form[][] byFirst() {
        Form[][] table = new Form[128][];
        for (char first = 0; first < table.length; first++) {
            List<Form> forms = new ArrayList<>();
            for (Form form : FORMS) {
                if (form.prefix().charAt(0) == first) {
                    forms.add(form);
                }
            }
            table[first] = forms.toArray(new Form[0]);
        }
        return table;
    }

    static boolean canBeginWith(char c) {
        return BY_FIRST[c].length > 0 || c == 'e';
    }

    /** The key that begins at {@code at}, where a word begins. */
    static long at(CharSequence text, int at, int end) {
        char first = text.charAt(at);
        if (first == 'A' && isAccessKeyId(text, at, end)) {
            return Found.range(at, at + 4 + ACCESS_KEY_ID_LENGTH);
        }
        if (first == 'e') {
            return webToken(text, at, end);
        }
        for (Form form : BY_FIRST[first]) {
            if (Chars.startsWith(text, at, end, form.prefix()) && isKey(text, at, end, form)) {
                return Found.range(at, runEnd(text, at + form.prefix().length(), end, form.alphabet(), end));
            }
        }
        return Found.NOTHING;
    }

    private static boolean isKey(CharSequence text, int at, int end, Form form) {
        int start = at + form.prefix().length();
        int close = runEnd(text, start, end, form.alphabet(), LOOK_AHEAD);
        int digits = 0;
        for (int i = start; i < close; i++) {
            digits += Chars.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return close - start >= form.least() && digits >= form.digits();
    }

    private static int runEnd(CharSequence text, int start, int end, Alphabet alphabet, int most) {
        int i = start;
        while (i < end && i - start < most && isOf(alphabet, text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isOf(Alphabet alphabet, char c) {
        return switch (alphabet) {
            case WORDS -> Chars.isWord(c);
            case KEY_TEXT -> Chars.isKeyText(c);
            case ALPHANUMERIC -> Chars.isAlphanumeric(c);
        };
    }

    /** AWS: four letters for the kind of principal, then sixteen capitals and digits. */
    private static boolean isAccessKeyId(CharSequence text, int at, int end) {
        if (!Chars.startsWith(text, at, end, "AKIA") && !Chars.startsWith(text, at, end, "ASIA")) {
            return false;
        }
        int close = at + 4;
        while (close < end && (Chars.isUpper(text.charAt(close)) || Chars.isDigit(text.charAt(close)))) {
            close++;
        }
        return close - at == 4 + ACCESS_KEY_ID_LENGTH && (close == end || !Chars.isWord(text.charAt(close)));
    }

    /** A JSON web token: base64 of a header, which begins with an opening brace and a quote, a dot, and base64 again. */
    private static long webToken(CharSequence text, int at, int end) {
        if (!Chars.startsWith(text, at, end, "eyJ")) {
            return Found.NOTHING;
        }
        int dot = runEnd(text, at, end, Alphabet.KEY_TEXT, LONGEST_TOKEN_HEADER);
        if (dot - at < 3 + SHORTEST_TOKEN_PART || dot >= end || text.charAt(dot) != '.') {
            return Found.NOTHING;
        }
        int payload = runEnd(text, dot + 1, end, Alphabet.KEY_TEXT, end);
        if (payload - dot <= SHORTEST_TOKEN_PART) {
            return Found.NOTHING;
        }
        boolean signed = payload < end && text.charAt(payload) == '.';
        return Found.range(at, signed ? runEnd(text, payload + 1, end, Alphabet.KEY_TEXT, end) : payload);
    }
}
