package io.sreobservability.sreagent.agent;

import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what one step of an investigation asks of the model. Safe for use by several threads: one that was given up may
 * still count.
 */
final class TokenMeter {
    private TokenCount count = TokenCount.NONE;

    synchronized void add(@Nullable TokenUsage usage) {
        count = count.plus(usage);
    }

    synchronized TokenCount count() {
        return count;
    }
}
