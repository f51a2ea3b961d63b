package io.sreobservability.aspects.content;

/** Cuts text without breaking it. */
final class Text {
    private Text() {}

    /** The first {@code maxLength} UTF-16 characters, or one less if that would split a code point. */
    static String cut(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, cutAt(text, maxLength));
    }

    /** The largest index up to {@code limit} that lies between two code points; {@code limit} must not exceed the length. */
    static int cutAt(CharSequence text, int limit) {
        boolean splits = limit > 0
                && limit < text.length()
                && Character.isHighSurrogate(text.charAt(limit - 1))
                && Character.isLowSurrogate(text.charAt(limit));
        return splits ? limit - 1 : limit;
    }
}
