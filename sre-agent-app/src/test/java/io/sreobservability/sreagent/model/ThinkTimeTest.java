package io.sreobservability.sreagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkTimeTest {
    private static final AiMessage CALL =
            AiMessage.from(ToolExecutionRequest.builder().name("t").build());
    private static final AiMessage TEXT = AiMessage.from("done");

    private final List<Duration> waits = new ArrayList<>();
    private final ThinkTime times = ThinkTime.requirements(waits::add);

    @Test
    void aRoleThinksItsWholeTimeHoweverManyRoundsItTakes() {
        talk("metrics", CALL, TEXT);
        assertThat(total()).isEqualTo(Duration.ofMillis(3200));

        waits.clear();
        talk("metrics", CALL, CALL, CALL, CALL, TEXT);
        assertThat(total()).isEqualTo(Duration.ofMillis(3200));

        waits.clear();
        talk("analyze", TEXT);
        assertThat(waits).containsExactly(Duration.ofMillis(1200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'root_cause':'x','next_steps':['y']}|600",
                "{'root_cause':'x','evidence':[],'troubleshooting':[]}|600",
                "{'root_cause':'x','evidence':['y']}|800",
                "{'root_cause':'x','evidence':['y'],'troubleshooting':['z']}|1200",
                "no JSON|600"
            })
    void aReaderWhoWantsMoreWaitsLonger(String summary, long millis) {
        talk("aggregate", AiMessage.from(summary.replace('\'', '"')));

        assertThat(total()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void everyInvestigationStartsAnew() {
        talk("logs", CALL, TEXT);
        talk("logs", CALL, TEXT);

        assertThat(total()).isEqualTo(Duration.ofMillis(3600));
    }

    @Test
    void withoutThinkTimeTheModelIsUsedAsItIs() {
        ChatModel model = scripted(TEXT);

        assertThat(ThinkTime.none().pace(model, "metrics")).isSameAs(model);
        assertThat(ThinkTime.none().simulated()).isFalse();
    }

    private void talk(String role, AiMessage... answers) {
        ChatModel model = times.pace(scripted(answers), role);
        for (int i = 0; i < answers.length; i++) {
            model.chat(ChatRequest.builder().messages(UserMessage.from("q")).build());
        }
    }

    private Duration total() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static ChatModel scripted(AiMessage... answers) {
        Queue<AiMessage> queue = new ArrayDeque<>(List.of(answers));
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return ChatResponse.builder().aiMessage(queue.remove()).build();
            }
        };
    }
}
