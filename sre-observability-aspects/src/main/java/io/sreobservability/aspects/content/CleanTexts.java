package io.sreobservability.aspects.content;

import java.util.Arrays;

/**
 * Short texts that were looked through and hold no secret. Users, sessions and namespaces come again and again; to know one by
 * its hash is ten times as quick as to look through it. Each entry may be lost to another text at any time. Thread-safe: a text
 * is immutable, so it does not matter which thread's entry is seen.
 */
final class CleanTexts {
    /** Longer texts hardly ever come twice. */
    static final int LONGEST = 64;

    private static final int SIZE = 256; // a power of two

    private final String[] texts = new String[SIZE];

    CleanTexts() {
        Arrays.fill(texts, "");
    }

    boolean contains(String text) {
        return text.equals(texts[place(text)]);
    }

    void add(String text) {
        if (text.length() <= LONGEST) {
            texts[place(text)] = text;
        }
    }

    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & SIZE - 1;
    }
}
