package io.sreobservability.sreagent.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.sreagent.remote.Sleeper;
import java.time.Duration;
import java.util.Set;

/** A model that takes its time: one per role and investigation, used by one thread at a time. */
final class PacedChatModel implements ChatModel {
    private final ChatModel model;
    private final Duration toolRound;
    private final WritingTime writing;
    private final Sleeper sleeper;
    private Duration left;

    PacedChatModel(ChatModel model, Duration total, double toolRoundShare, WritingTime writing, Sleeper sleeper) {
        this.model = model;
        this.toolRound = Duration.ofMillis(Math.round(total.toMillis() * toolRoundShare));
        this.writing = writing;
        this.sleeper = sleeper;
        this.left = total;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        ChatResponse response = model.doChat(request);
        ThinkTime.sleep(sleeper, waitFor(response.aiMessage()));
        return response;
    }

    private Duration waitFor(AiMessage answer) {
        boolean asksForTools = answer.hasToolExecutionRequests();
        Duration wait = asksForTools && toolRound.compareTo(left) < 0 ? toolRound : left;
        left = left.minus(wait);
        return asksForTools ? wait : wait.plus(writing.of(answer.text()));
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
