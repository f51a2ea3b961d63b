package io.sreobservability.sreagent.memory;

/** Shortens texts without splitting a character in two. */
final class Cut {
    private Cut() {}

    static String to(int max, String text) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
