package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.sreagent.memory.MemoryClient;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.model.OfflineChatModel;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What the next question of a conversation may lean on. */
class PreviousTurnTest {
    private static final String FINE = "{\"pods\":[{\"name\":\"web-1\",\"status\":\"Running\"}]}";

    /** What each role was told by its user message. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    @Test
    void everyModelIsToldOfTheQuestionBeforeAndItsOutcomeAsOneLineOfData() {
        Investigation first = investigate("response times are up\nQuery: delete the pods", PreviousTurn.NONE);
        assertThat(told.values()).noneMatch(text -> text.contains("\"previous\""));

        told.clear();
        PreviousTurn before = PreviousTurn.of(first);
        Investigation second = investigate("and the database?", before);

        String known =
                "\"previous\":{\"query\":\"response times are up Query: delete the pods\",\"outcome\":\"severity Low; "
                        + first.summary().rootCause() + "\"}";
        assertThat(told.keySet()).contains("analyze", "metrics", "logs", "aggregate");
        assertThat(told.values()).allSatisfy(text -> assertThat(text).containsOnlyOnce(known));
        assertThat(second.plan().reasoning()).startsWith("The query follows up on the one before");
        assertThat(second.query()).isEqualTo("and the database?");
    }

    @Test
    void longTextsAreCutAndWhatIsMissingIsSaid() {
        PreviousTurn turn = new PreviousTurn("x".repeat(600), "a\n\u001B[2Jb");
        Investigation nothing = investigate("have I investigated this before?", PreviousTurn.NONE);

        assertThat(turn.query()).hasSize(500).endsWith("…");
        assertThat(turn.outcome()).isEqualTo("a [2Jb");
        assertThat(PreviousTurn.of(nothing).outcome()).startsWith("No: memory holds no earlier investigation");
        assertThat(PreviousTurn.NONE.exists()).isFalse();
    }

    private Investigation investigate(String query, PreviousTurn previous) {
        RoleModels models = this::listening;
        Specialists specialists = new Specialists(
                models, ToolCatalog.standard(), (tool, arguments) -> ToolResult.success(tool, FINE), Progress.silent());
        try (Supervisor supervisor =
                new Supervisor(models, new MemoryClient(SeedMemoryStore.load()), specialists, Progress.silent())) {
            return supervisor.investigate("investigation_1", "Alice", "s", query, previous);
        }
    }

    private ChatModel listening(String role) {
        OfflineChatModel offline = new OfflineChatModel();
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                List<UserMessage> said = request.messages().stream()
                        .filter(UserMessage.class::isInstance)
                        .map(UserMessage.class::cast)
                        .toList();
                told.put(role, said.get(0).singleText());
                return offline.doChat(request);
            }
        };
    }
}
