package io.sreobservability.maven.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks over a text for a parser. It has no tokens of its own: each of the small languages here writes names, strings and
 * patterns in its own way, and asks for what may come next. Every method first skips blanks and comments.
 */
public final class Scanner {
    private static final int MAX_DEPTH = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s*");
    private static final Pattern BLANKS_AND_COMMENTS = Pattern.compile("(?:\\s|#[^\\n]*)*+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final SourceText source;
    private final Pattern skipped;
    private int position;
    private int depth;

    private Scanner(SourceText source, Pattern skipped) {
        this.source = source;
        this.skipped = skipped;
    }

    /** A scanner of a language without comments. */
    public static Scanner of(SourceText source) {
        return new Scanner(source, BLANKS);
    }

    /** A scanner of a language in which {@code #} begins a comment that ends with its line. */
    public static Scanner withComments(SourceText source) {
        return new Scanner(source, BLANKS_AND_COMMENTS);
    }

    /** The text that is walked over. */
    public SourceText source() {
        return source;
    }

    /** Where the next thing begins. */
    public int offset() {
        Matcher blanks =
                skipped.matcher(source.text()).region(position, source.text().length());
        if (blanks.lookingAt()) {
            position = blanks.end();
        }
        return position;
    }

    /** The place where the next thing begins. */
    public Place place() {
        return source.at(offset());
    }

    /** Whether nothing is left. */
    public boolean atEnd() {
        return offset() == source.text().length();
    }

    /** Whether the text goes on with this symbol. */
    public boolean sees(String symbol) {
        return source.text().startsWith(symbol, offset());
    }

    /** Takes this symbol if the text goes on with it. */
    public boolean takes(String symbol) {
        boolean seen = sees(symbol);
        position += seen ? symbol.length() : 0;
        return seen;
    }

    /** Takes this symbol. */
    public void expect(String symbol) throws UnreadableTextException {
        if (!takes(symbol)) {
            throw expected("\"" + symbol + "\"");
        }
    }

    /** Whether the text goes on with this word, in any case, and not with a longer one. */
    public boolean seesWord(String word) {
        return match(WORD).filter(word::equalsIgnoreCase).isPresent();
    }

    /** Takes this word if the text goes on with it. */
    public boolean takesWord(String word) {
        boolean seen = seesWord(word);
        position += seen ? word.length() : 0;
        return seen;
    }

    /** Takes this word. */
    public void expectWord(String word) throws UnreadableTextException {
        if (!takesWord(word)) {
            throw expected(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Takes what the pattern matches from here on, if it does. */
    public Optional<Named> take(Pattern pattern) {
        int start = offset();
        Optional<String> found = match(pattern);
        found.ifPresent(text -> position = start + text.length());
        return found.map(text -> source.named(text, start));
    }

    /** Takes a text in these quotes, if one comes; a backslash keeps the character behind it from ending the text. */
    public Optional<SourceText> takeQuoted(char quote) throws UnreadableTextException {
        if (!sees(String.valueOf(quote))) {
            return Optional.empty();
        }
        int start = position + 1;
        int end = start;
        while (end < source.text().length() && source.text().charAt(end) != quote) {
            end += source.text().charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.text().length()) {
            throw new UnreadableTextException(place(), "the " + quote + " is never closed");
        }
        position = end + 1;
        return Optional.of(source.part(start, end));
    }

    /** Goes one level deeper into nested parts. */
    public void enter() throws UnreadableTextException {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableTextException(place(), "more than " + MAX_DEPTH + " levels of nesting");
        }
    }

    /** Comes back from a level. */
    public void leave() {
        depth--;
    }

    /** The error that something else should come here. */
    public UnreadableTextException expected(String what) {
        int start = offset();
        String rest = source.text().substring(start, Math.min(source.text().length(), start + 20));
        return new UnreadableTextException(
                source.at(start), "expected " + what + ", found " + (rest.isEmpty() ? "the end" : "\"" + rest + "\""));
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher =
                pattern.matcher(source.text()).region(offset(), source.text().length());
        return matcher.lookingAt() && matcher.end() > matcher.start() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
