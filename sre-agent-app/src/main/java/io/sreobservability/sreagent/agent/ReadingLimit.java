package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.text.Cut;
import io.sreobservability.sreagent.tool.ToolResult;

/**
 * How much of its tools' answers a model gets to read: of each answer its beginning, and of all together no more than any
 * model's context holds. A token is about four characters. Used by one specialist.
 */
final class ReadingLimit {
    static final int MOST_OF_ONE = 40_000;
    static final int MOST_OF_ALL = 400_000;

    private int left = MOST_OF_ALL;

    /** What the model reads: the answer, or its beginning and that it is one. */
    String fit(ToolResult result, Notes notes) {
        String text = result.content();
        int most = Math.min(MOST_OF_ONE, left);
        if (text.length() <= most) {
            left -= text.length();
            return text;
        }
        left -= most;
        // Below two characters there is nothing to cut.
        String begin = most < 2 ? "" : Cut.to(most, text);
        notes.gap("The answer of " + result.tool() + " is too long to be read whole: " + most + " of its "
                + text.length() + " characters were.");
        return begin + "\n[Cut here: these are the first " + most + " of " + text.length()
                + " characters. Do not guess the rest; ask for less, with the tool's filters or a shorter time.]";
    }
}
