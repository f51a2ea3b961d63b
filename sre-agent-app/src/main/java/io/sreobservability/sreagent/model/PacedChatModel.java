package io.sreobservability.sreagent.model;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.Set;

/** A model that takes its time: one per role and investigation, used by one thread at a time. */
final class PacedChatModel implements ChatModel {
    private final ChatModel model;
    private final Duration toolRound;
    private final Sleeper sleeper;
    private Duration left;

    PacedChatModel(ChatModel model, Duration total, double toolRoundShare, Sleeper sleeper) {
        this.model = model;
        this.toolRound = Duration.ofMillis(Math.round(total.toMillis() * toolRoundShare));
        this.sleeper = sleeper;
        this.left = total;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        ChatResponse response = model.doChat(request);
        boolean asksForTools = response.aiMessage().hasToolExecutionRequests();
        Duration wait = asksForTools && toolRound.compareTo(left) < 0 ? toolRound : left;
        left = left.minus(wait);
        ThinkTime.sleep(sleeper, wait);
        return response;
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
