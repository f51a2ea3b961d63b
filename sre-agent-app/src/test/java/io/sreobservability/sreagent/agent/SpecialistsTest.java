package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SpecialistsTest {
    private final List<String> called = new ArrayList<>();

    @Test
    void aSpecialistIsGivenItsOwnDomainsToolsOnly() {
        List<String> offered = new ArrayList<>();

        SpecialistResult result = run(request -> {
            request.toolSpecifications().stream().map(ToolSpecification::name).forEach(offered::add);
            return AiMessage.from("done");
        });

        assertThat(offered).isNotEmpty().allMatch(tool -> tool.contains("log"));
        assertThat(result.toolsAvailable()).isEqualTo(offered.size());
    }

    @Test
    void aToolOfAnotherDomainIsRefusedWithoutACall() {
        SpecialistResult result =
                run(request -> request.messages().size() == 2 ? call("get_pod_status", "{}") : AiMessage.from("done"));

        assertThat(called).isEmpty();
        assertThat(result.toolsInvoked()).isZero();
        assertThat(result.errorType()).isEqualTo("unknown_tool");
    }

    @Test
    void argumentsThatAreNoJsonAreRefusedWithoutACall() {
        SpecialistResult result = run(
                request -> request.messages().size() == 2 ? call("get_recent_logs", "{oops") : AiMessage.from("done"));

        assertThat(called).isEmpty();
        assertThat(result.errorType()).isEqualTo("invalid_arguments");
    }

    @Test
    void aModelThatNeverStopsAskingIsMadeToWrite() {
        SpecialistResult result = run(request -> request.toolSpecifications().isEmpty()
                ? AiMessage.from("{\"findings\":[{\"text\":\"enough\",\"tool\":\"get_recent_logs\"}]}")
                : call("get_recent_logs", "{\"limit\": 5}"));

        assertThat(called).hasSize(Specialists.MAX_TOOL_ROUNDS);
        assertThat(result.findings()).extracting(Finding::text).containsExactly("enough");
        assertThat(result.failed()).isFalse();
    }

    @Test
    void freeTextOfAModelIsKeptAsAFinding() {
        SpecialistResult result = run(request -> AiMessage.from("All quiet."));

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.TEXT);
            assertThat(finding.text()).isEqualTo("All quiet.");
            assertThat(finding.tool()).isEmpty();
        });
    }

    private SpecialistResult run(Function<ChatRequest, AiMessage> model) {
        ChatModel chat = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return ChatResponse.builder().aiMessage(model.apply(request)).build();
            }
        };
        Specialists specialists =
                new Specialists(role -> chat, ToolCatalog.standard(), this::answer, Progress.silent());
        return specialists.execute(AgentType.LOGS, "q");
    }

    private ToolResult answer(String tool, Map<String, Object> arguments) {
        called.add(tool);
        return ToolResult.success(tool, "{}");
    }

    private static AiMessage call(String tool, String arguments) {
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("1")
                .name(tool)
                .arguments(arguments)
                .build());
    }
}
