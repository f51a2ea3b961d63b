package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.sreobservability.sreagent.tool.ToolCatalog;
import io.sreobservability.sreagent.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialistsTest {
    private final List<String> called = new ArrayList<>();
    private String answer = "{}";

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
    void aMistakeIsAnsweredToTheModelAndForgivenOnceItIsMended() {
        List<ToolExecutionResultMessage> answers = new ArrayList<>();
        SpecialistResult result = run(request -> {
            request.messages().stream()
                    .filter(ToolExecutionResultMessage.class::isInstance)
                    .map(ToolExecutionResultMessage.class::cast)
                    .forEach(answers::add);
            return switch (request.messages().size()) {
                case 2 -> call("get_recent_logs", "[1]");
                case 4 -> call("get_recent_logs", "{}");
                default -> AiMessage.from("done");
            };
        });

        assertThat(answers.get(0).isError()).isTrue();
        assertThat(answers.get(0).text()).contains("not a JSON object");
        assertThat(result.gaps()).isEmpty();
        assertThat(result.failed()).isFalse();
    }

    @Test
    void aMistakeThatIsNeverMendedIsAGap() {
        SpecialistResult result =
                run(request -> request.messages().size() == 2 ? call("read_minds", "{}") : AiMessage.from("done"));

        assertThat(result.gaps()).singleElement().asString().contains("has no tool read_minds; it has search_logs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "5", "\"text\"", "{oops"})
    void argumentsThatAreNoObjectNeverReachATool(String arguments) {
        SpecialistResult result = run(request ->
                request.messages().size() == 2 ? call("get_recent_logs", arguments) : AiMessage.from("done"));

        assertThat(called).isEmpty();
        assertThat(result.errorType()).isEqualTo("invalid_arguments");
    }

    @Test
    void noArgumentsAtAllAreAnEmptyObject() {
        run(request -> request.messages().size() == 2 ? call("get_recent_logs", "") : AiMessage.from("done"));

        assertThat(called).containsExactly("get_recent_logs");
    }

    @Test
    void severalCallsInOneAnswerAreAllAnsweredInOrder() {
        List<String> ids = new ArrayList<>();
        run(request -> {
            if (request.messages().size() == 2) {
                return AiMessage.from(request("a", "get_recent_logs"), request("b", "search_logs"), request("c", "no"));
            }
            request.messages().stream()
                    .filter(ToolExecutionResultMessage.class::isInstance)
                    .forEach(message -> ids.add(((ToolExecutionResultMessage) message).id()));
            return AiMessage.from("done");
        });

        assertThat(ids).containsExactly("a", "b", "c");
        assertThat(called).containsExactly("get_recent_logs", "search_logs");
    }

    @Test
    void theTokensOfAllRoundsAreSummedUp() {
        SpecialistResult result = respond(request -> ChatResponse.builder()
                .aiMessage(request.messages().size() < 6 ? call("get_recent_logs", "{}") : AiMessage.from("done"))
                .tokenUsage(new TokenUsage(100, 10))
                .build());

        assertThat(result.tokens()).isEqualTo(new TokenCount(300, 30));
    }

    @Test
    void anAnswerThatIsCutOffIsAGap() {
        SpecialistResult result = respond(request -> ChatResponse.builder()
                .aiMessage(AiMessage.from("{\"findings\": [{\"te"))
                .finishReason(FinishReason.LENGTH)
                .build());

        assertThat(result.gaps()).singleElement().asString().contains("SRE_AGENT_MODEL_MAX_TOKENS");
    }

    @Test
    void aModelThatIsToldToWriteAndStillAsksIsStopped() {
        SpecialistResult result = run(request -> {
            assertThat(request.toolSpecifications()).isNotEmpty();
            return call("get_recent_logs", "{}");
        });

        assertThat(called).hasSize(ToolLoop.MAX_ROUNDS);
        assertThat(result.gaps()).singleElement().asString().contains("went on asking for tools");
    }

    @Test
    void aModelThatNeverStopsAskingIsMadeToWrite() {
        SpecialistResult result = run(request -> request.toolChoice() == ToolChoice.NONE
                ? AiMessage.from("{\"findings\":[{\"text\":\"enough\",\"tool\":\"get_recent_logs\"}]}")
                : call("get_recent_logs", "{\"limit\": 5}"));

        assertThat(called).hasSize(ToolLoop.MAX_ROUNDS);
        assertThat(result.findings()).extracting(Finding::text).containsExactly("enough");
        assertThat(result.failed()).isFalse();
    }

    @Test
    void ofTooManyCallsInOneAnswerTheRestIsRefusedInWordsAndAskedForAgain() {
        List<String> refused = new ArrayList<>();
        SpecialistResult result = run(request -> {
            answersIn(request)
                    .filter(ToolExecutionResultMessage::isError)
                    .forEach(message -> refused.add(message.text()));
            return switch (request.messages().size()) {
                case 2 -> AiMessage.from(calls(ToolLoop.MAX_CALLS + 2));
                case 5 + ToolLoop.MAX_CALLS -> call("get_recent_logs", "{}");
                default -> AiMessage.from("done");
            };
        });

        assertThat(called).hasSize(ToolLoop.MAX_CALLS + 1).endsWith("search_logs", "get_recent_logs");
        assertThat(refused)
                .hasSize(4)
                .allMatch(text -> text.startsWith("search_logs was not called: no more than 10 calls are made"));
        assertThat(result.gaps()).singleElement().asString().contains("Ask again");
        assertThat(result.failed()).isFalse();
    }

    private static List<ToolExecutionRequest> calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> request("call-" + i, "search_logs"))
                .toList();
    }

    @Test
    void ofALongAnswerTheModelReadsTheBeginningAndTheReportSaysSo() {
        String rows = "{\"rows\":\"" + "x".repeat(ReadingLimit.MOST_OF_ONE) + "\"}";
        List<String> answers = new ArrayList<>();
        SpecialistResult result = run(
                request -> {
                    answersIn(request).forEach(message -> answers.add(message.text()));
                    return request.messages().size() == 2 ? call("get_recent_logs", "{}") : AiMessage.from("done");
                },
                rows);

        String counts = ReadingLimit.MOST_OF_ONE + " of " + rows.length() + " characters";
        assertThat(answers)
                .singleElement()
                .asString()
                .startsWith("{\"rows\":\"xxx")
                .contains("these are the first " + counts)
                .hasSizeLessThan(ReadingLimit.MOST_OF_ONE + 300);
        assertThat(result.gaps())
                .containsExactly("The answer of get_recent_logs is too long to be read whole: "
                        + ReadingLimit.MOST_OF_ONE + " of its " + rows.length() + " characters were.");
    }

    @Test
    void noConversationGrowsBeyondWhatAllAnswersMayHave() {
        String rows = "{\"rows\":\"" + "x".repeat(ReadingLimit.MOST_OF_ONE - 11) + "\"}";
        List<Integer> sizes = new ArrayList<>();
        run(
                request -> {
                    sizes.add(answersIn(request)
                            .mapToInt(message -> message.text().length())
                            .sum());
                    return request.toolChoice() == ToolChoice.NONE
                            ? AiMessage.from("done")
                            : AiMessage.from(IntStream.range(0, ToolLoop.MAX_CALLS)
                                    .mapToObj(i -> request(sizes.size() + "-" + i, "search_logs"))
                                    .toList());
                },
                rows);

        int notes = ToolLoop.MAX_CALLS * ToolLoop.MAX_ROUNDS * 300;
        assertThat(sizes).last().satisfies(size -> assertThat(size).isLessThan(ReadingLimit.MOST_OF_ALL + notes));
    }

    @Test
    void onlyAToolThatHasAnsweredThisSpecialistIsASource() {
        SpecialistResult result = run(request -> request.messages().size() == 2
                ? AiMessage.from(
                        request("a", "get_recent_logs"),
                        request("b", "get_pod_status"),
                        request("c", "count_log_events"))
                : AiMessage.from("""
                        {"findings": [
                          {"text": "read", "tool": "get_recent_logs"},
                          {"text": "refused, as another domain's", "tool": "get_pod_status"},
                          {"text": "failed", "tool": "count_log_events"},
                          {"text": "never called", "tool": "search_logs"},
                          {"text": "made up", "tool": "x", "kind": "SECURITY", "problem": true}]}"""));

        assertThat(result.findings()).extracting(Finding::tool).containsExactly("get_recent_logs", "", "", "", "");
        assertThat(SeverityRule.judge(result.findings()).severity()).isEqualTo(Severity.LOW);
    }

    private static Stream<ToolExecutionResultMessage> answersIn(ChatRequest request) {
        return request.messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(ToolExecutionResultMessage.class::cast);
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

    private SpecialistResult run(Function<ChatRequest, AiMessage> model, String toolAnswer) {
        answer = toolAnswer;
        return run(model);
    }

    private SpecialistResult run(Function<ChatRequest, AiMessage> model) {
        return respond(request ->
                ChatResponse.builder().aiMessage(model.apply(request)).build());
    }

    private SpecialistResult respond(Function<ChatRequest, ChatResponse> model) {
        ChatModel chat = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return model.apply(request);
            }
        };
        Specialists specialists =
                new Specialists(role -> chat, ToolCatalog.standard(), this::answer, Progress.silent());
        return specialists.execute(AgentType.LOGS, specialists.begin(AgentType.LOGS, "q", PreviousTurn.NONE));
    }

    private ToolResult answer(String tool, Map<String, Object> arguments) {
        called.add(tool);
        return tool.equals("count_log_events")
                ? ToolResult.failure(tool, "connection_refused", "nobody answers")
                : ToolResult.success(tool, answer);
    }

    private static ToolExecutionRequest request(String id, String tool) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name(tool)
                .arguments("{\"pattern\":\"x\"}")
                .build();
    }

    private static AiMessage call(String tool, String arguments) {
        return AiMessage.from(ToolExecutionRequest.builder()
                .id("1")
                .name(tool)
                .arguments(arguments)
                .build());
    }
}
