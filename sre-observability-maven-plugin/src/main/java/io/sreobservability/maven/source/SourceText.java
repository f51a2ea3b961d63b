package io.sreobservability.maven.source;

import java.util.function.IntFunction;

/** A text inside a file, every character of which has a place. */
public final class SourceText {
    private final String text;
    private final IntFunction<Place> places;

    private SourceText(String text, IntFunction<Place> places) {
        this.text = text;
        this.places = places;
    }

    /** A file that is one text as a whole. */
    public static SourceText ofFile(String file, String content) {
        return new SourceText(content, offset -> {
            String before = content.substring(0, offset);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            return new Place(file, line, offset - before.lastIndexOf('\n'), "");
        });
    }

    /**
     * A string inside a JSON file.
     *
     * @param value the string, its escapes resolved
     * @param content the whole file
     * @param quote where in the content the opening quote stands
     * @param start the place of the opening quote
     */
    static SourceText ofJson(String value, String content, int quote, Place start) {
        return new SourceText(
                value,
                // A JSON string never spans lines, so only the column moves.
                offset -> new Place(
                        start.file(), start.line(), start.column() + rawLength(content, quote, offset), start.path()));
    }

    /** The part between two offsets, as a text of its own. */
    public SourceText part(int from, int to) {
        return new SourceText(text.substring(from, to), offset -> at(from + offset));
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** The place of the character at {@code offset}; the end of the text has a place, too. */
    public Place at(int offset) {
        return places.apply(Math.min(offset, text.length()));
    }

    /** A name that begins at {@code offset}. */
    public Named named(String name, int offset) {
        return new Named(name, at(offset));
    }

    /** How many characters of the file stand for the opening quote and the first {@code count} characters of the string. */
    private static int rawLength(String content, int quote, int count) {
        int index = quote + 1;
        for (int i = 0; i < count; i++) {
            if (content.charAt(index) != '\\') {
                index++;
            } else {
                index += content.charAt(index + 1) == 'u' ? 6 : 2;
            }
        }
        return index - quote;
    }
}
