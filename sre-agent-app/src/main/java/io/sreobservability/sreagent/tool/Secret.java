package io.sreobservability.sreagent.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** A text that opens a door. Never printed: {@link #toString()} hides it. */
final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * A secret that can be sent in a header.
     *
     * @param what what it is, for the message; which never holds the text
     */
    static Secret of(String value, String what) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "The " + what + " must be a non-empty run of printable ASCII characters without blanks.");
        }
        return new Secret(value);
    }

    String value() {
        return value;
    }

    /** Takes the same time wherever the texts differ. */
    boolean equalsText(String candidate) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), candidate.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
