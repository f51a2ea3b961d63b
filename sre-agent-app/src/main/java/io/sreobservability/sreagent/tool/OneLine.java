package io.sreobservability.sreagent.tool;

/** Text that others wrote, as a part of a sentence of ours: it may come from anywhere, and goes to terminals and logs. */
public final class OneLine {
    private OneLine() {}

    /** The text with blanks for line breaks, control characters and characters that turn or hide what follows. */
    public static String of(String text) {
        return text.codePoints()
                .map(point -> harmless(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean harmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
