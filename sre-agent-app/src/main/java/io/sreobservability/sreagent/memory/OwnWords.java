package io.sreobservability.sreagent.memory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a question is its user's own statement. Questions hold alerts, log lines and mails that somebody else wrote, and whoever
 * writes an alert must not be able to wish something in its reader's name. In doubt nothing is: a wish can be typed again.
 */
final class OwnWords {
    /** How a line begins that a machine wrote, or that was marked as quoted. */
    private static final Pattern PASTED = Pattern.compile(
            "^\\s*(?:[>|<{\\[]|\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR"
                    + "|FATAL|CRITICAL)\\b)");

    /** What is followed by the words of another: a colon, a time with seconds, a level in brackets. */
    private static final Pattern QUOTES_BELOW = Pattern.compile(
            ":(?:\\s|$)|\\d\\d:\\d\\d:\\d\\d|\\[(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)]");

    /** Between quotation marks of the same kind, or from one that is never closed to the end. An apostrophe is none. */
    private static final Pattern QUOTED = Pattern.compile("(?s)\"[^\"]*+(?:\"|$)|`[^`]*+(?:`|$)"
            + "|[“„”][^“”]*+(?:[“”]|$)|«[^»]*+(?:»|$)|(?<!\\w)['‘].*?(?:['’](?!\\w)|$)");

    /** A full stop inside of an address is no end. */
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?])\\s+");

    private static final Pattern QUESTION = Pattern.compile("(?i)^\\s*(?:why|who|whom|whose|when|where|what"
            + "|which|how|did|do|does|is|are|was|were|has|have|had)\\b|[?]\\W*+$");

    /** Says that the rest, to the end, may be what somebody or something else said. */
    private static final Pattern REPORTED = Pattern.compile("(?i)\\b(?:says|said|saying|wrote|written|stated|tells|told"
            + "|asks|asked|wants|wanted|mentions|mentioned|quoted|according)\\b");

    private OwnWords() {}

    /** The sentences in which a wish counts, as they were written. What was quoted in them is a quotation mark. */
    static Stream<String> sentences(String text) {
        // What is pasted comes on lines of its own, below what is asked about it.
        String line = text.strip().lines().findFirst().orElse("");
        if (PASTED.matcher(line).find()) {
            return Stream.empty();
        }
        String unquoted = QUOTED.matcher(line).replaceAll("\"");
        Matcher below = QUOTES_BELOW.matcher(unquoted);
        String own = below.find() ? unquoted.substring(0, below.start()) : unquoted;
        return BETWEEN_SENTENCES
                .splitAsStream(own)
                .takeWhile(sentence -> !REPORTED.matcher(sentence).find())
                .filter(sentence -> !QUESTION.matcher(sentence).find());
    }
}
