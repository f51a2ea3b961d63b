package io.sreobservability.sreagent.text;

/** Text that others wrote, as a part of a line of ours: it may come from anywhere, and goes to terminals, logs and files. */
public final class OneLine {
    private OneLine() {}

    /**
     * The text with one blank for each run of line breaks, control characters, halves of characters, and characters that turn
     * or hide what follows.
     */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean inRun = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            boolean harmless = harmless(point);
            if (harmless) {
                line.appendCodePoint(point);
            } else if (!inRun) {
                line.append(' ');
            }
            inRun = !harmless;
        }
        return line.toString();
    }

    /** The same, no longer than this. */
    public static String of(String text, int max) {
        return Cut.to(max, of(text));
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
