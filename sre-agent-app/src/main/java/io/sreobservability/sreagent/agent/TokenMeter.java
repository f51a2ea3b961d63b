package io.sreobservability.sreagent.agent;

import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Adds up what one step of an investigation asks of the model. For one thread. */
final class TokenMeter {
    private TokenCount count = TokenCount.NONE;

    void add(@Nullable TokenUsage usage) {
        count = count.plus(usage);
    }

    TokenCount count() {
        return count;
    }
}
