package io.sreobservability.sreagent.agent;

import dev.langchain4j.model.output.TokenUsage;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of several calls to a model together; zero for models that do not count.
 *
 * @param input what was asked
 * @param output what was answered
 */
public record TokenCount(long input, long output) implements Serializable {
    /** Nothing asked yet. */
    static final TokenCount NONE = new TokenCount(0, 0);

    /** With one more call. */
    TokenCount plus(@Nullable TokenUsage usage) {
        return usage == null
                ? this
                : new TokenCount(input + count(usage.inputTokenCount()), output + count(usage.outputTokenCount()));
    }

    /** Both counts together. */
    TokenCount plus(TokenCount other) {
        return new TokenCount(input + other.input, output + other.output);
    }

    /** Input and output together. */
    public long total() {
        return input + output;
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
