package io.sreobservability.aspects.redaction;

/** Names that say that a value is a secret: {@code password}, {@code apiKey}, {@code X-Auth-Token}. */
final class SecretNames {
    private static final String[] WORDS = {
        "password",
        "passwords",
        "passwd",
        "passphrase",
        "passcode",
        "pwd",
        "secret",
        "token",
        "credential",
        "credentials",
        "authorization",
        "cookie",
        "amz-signature"
    };

    /** What a key is called that must not be known. */
    private static final String[] KINDS_OF_KEYS = {
        "api", "access", "private", "secret", "account", "encryption", "signing", "master", "subscription", "auth"
    };

    /** How sentences call a password. */
    private static final String[] SPOKEN = {"password", "passphrase", "passcode", "passwd", "pwd", "secret"};

    private static final int MOST_INDENTATION = 32;

    /** Cookies by which servers know a session, exactly as servers write them. */
    private static final String[] SESSION_COOKIES = {
        "JSESSIONID", "PHPSESSID", "sessionid", "connect.sid", "ASP.NET_SessionId", "sig"
    };

    /** Names of a whole that hold secrets or say how many there are: {@code max_tokens} is none of them. */
    private static final String[] PLURALS = {"secrets", "tokens"};

    private SecretNames() {}

    /** Whether a name that says so ends right before {@code end}. */
    static boolean endsAt(CharSequence text, int floor, int end) {
        return endsWithOneOf(text, floor, end, WORDS) || isKey(text, floor, end);
    }

    static boolean isSpokenAt(CharSequence text, int floor, int end) {
        return endsWithOneOf(text, floor, end, SPOKEN);
    }

    static boolean isCookieHeader(CharSequence text, int floor, int end) {
        return endsWith(text, floor, end, "cookie");
    }

    /** Names that are secrets only before an equals sign: elsewhere they mean other things. */
    static boolean isAssignedAt(CharSequence text, int floor, int end) {
        for (String cookie : SESSION_COOKIES) {
            int start = end - cookie.length();
            if (start >= floor && Chars.isWordStart(text, start) && Chars.startsWith(text, start, end, cookie)) {
                return true;
            }
        }
        int start = end - "pass".length();
        return endsWith(text, floor, end, "pass") && (start == floor || !Chars.isLetter(text.charAt(start - 1)));
    }

    /** Names that are those of secrets only before what is no number. */
    static boolean mayCountAt(CharSequence text, int floor, int end) {
        for (String word : PLURALS) {
            int start = end - word.length();
            if (endsWith(text, floor, end, word) && (start == floor || !Chars.isKeyText(text.charAt(start - 1)))) {
                return true;
            }
        }
        return endsWith(text, floor, end, "pass") && beginsLine(text, floor, end - "pass".length());
    }

    /** Whether it is a key of YAML or a quoted one of JSON; elsewhere tests pass, and people. */
    private static boolean beginsLine(CharSequence text, int floor, int at) {
        int before = at;
        while (before > floor && at - before < MOST_INDENTATION && " \t-".indexOf(text.charAt(before - 1)) >= 0) {
            before--;
        }
        return before == floor || "\n\"'".indexOf(text.charAt(before - 1)) >= 0;
    }

    private static boolean isKey(CharSequence text, int floor, int end) {
        int key = end;
        if (endsWith(text, floor, key, "id")) {
            key = withoutSeparator(text, floor, key - 2);
        } else if (endsWith(text, floor, key, "keys")) {
            key--;
        }
        if (!endsWith(text, floor, key, "key")) {
            return false;
        }
        return endsWithOneOf(text, floor, withoutSeparator(text, floor, key - 3), KINDS_OF_KEYS);
    }

    private static int withoutSeparator(CharSequence text, int floor, int end) {
        if (end <= floor) {
            return end;
        }
        char last = text.charAt(end - 1);
        return last == '_' || last == '-' || last == ' ' ? end - 1 : end;
    }

    private static boolean endsWithOneOf(CharSequence text, int floor, int end, String[] words) {
        for (String word : words) {
            if (endsWith(text, floor, end, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(CharSequence text, int floor, int end, String word) {
        int start = end - word.length();
        return start >= floor && Chars.regionMatches(text, start, end, word);
    }
}
