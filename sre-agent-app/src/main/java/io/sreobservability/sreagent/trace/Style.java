package io.sreobservability.sreagent.trace;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * How a trace is drawn.
 *
 * @param width columns of the terminal, 60 to 240
 * @param unicode block characters; otherwise ASCII alone
 * @param colour ANSI colours
 */
public record Style(int width, boolean unicode, boolean colour) {
    static final int DEFAULT_WIDTH = 80;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 240;

    public Style {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /**
     * The terminal's style: {@code COLUMNS} wide (80 without), in colour if standard output is a terminal and
     * {@code NO_COLOR} (https://no-color.org) is unset or empty, with block characters if standard output can encode them.
     */
    public static Style detect(Map<String, String> environment) {
        String noColor = environment.getOrDefault("NO_COLOR", "");
        return new Style(
                columns(environment.get("COLUMNS")),
                SafeText.canEncode(standardOutput(), Waterfall.UNICODE_SAMPLE),
                noColor.isEmpty() && Ansi.AUTO.enabled());
    }

    /** The same style at another width. */
    public Style withWidth(int columns) {
        return new Style(columns, unicode, colour);
    }

    /** Text from a trace made harmless for a terminal: what is not one plain character is shown by its code point. */
    public String safe(String text) {
        return SafeText.of(text, unicode);
    }

    /** Text that stands out where colours are drawn. */
    public String heading(String text) {
        return paint(Paint.HEADING, text);
    }

    String paint(Paint paint, String text) {
        return colour ? "\u001B[" + paint.code + "m" + text + "\u001B[0m" : text;
    }

    private static int columns(@Nullable String value) {
        return value != null && value.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(value) : DEFAULT_WIDTH;
    }

    /** JDK 19 names it {@code stdout.encoding}; before, only {@code sun.stdout.encoding} or the default is known. */
    private static Charset standardOutput() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /** The few colours that carry a meaning. */
    enum Paint {
        CRITICAL("33"),
        BESIDE("2"),
        ERROR("31"),
        HEADING("1");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}
