package io.sreobservability.sreagent.text;

/** Shortens texts without splitting a character in two. */
public final class Cut {
    private Cut() {}

    /** The text, if it is too long cut on a whole character and marked by an ellipsis. */
    public static String to(int max, String text) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
