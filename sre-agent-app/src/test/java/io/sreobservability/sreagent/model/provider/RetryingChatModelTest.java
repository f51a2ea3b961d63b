package io.sreobservability.sreagent.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RetryingChatModelTest {
    private static final ChatRequest QUESTION =
            ChatRequest.builder().messages(UserMessage.from("q")).build();

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void pausesDoubleUpToEightSeconds() {
        assertThatThrownBy(() -> new RetryingChatModel(throttled(), 8, pauses::add, () -> 1).chat(QUESTION))
                .isInstanceOf(ModelException.class);

        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
    }

    @Test
    void chanceTakesAtMostHalfOfAPauseAway() {
        assertThatThrownBy(() -> new RetryingChatModel(throttled(), 3, pauses::add, () -> 0).chat(QUESTION))
                .isInstanceOf(ModelException.class);

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(250L, 500L);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        ChatModel model = new RetryingChatModel(
                throttled(),
                3,
                pause -> {
                    throw new InterruptedException();
                },
                () -> 1);

        assertThatThrownBy(() -> model.chat(QUESTION)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static ChatModel throttled() {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                throw new ModelException(ModelFailure.THROTTLED, "busy", new IllegalStateException());
            }
        };
    }
}
