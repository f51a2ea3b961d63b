package io.sreobservability.sreagent.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.sreobservability.sreagent.model.AnswerFormat;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What every hosted provider must do, over a real socket and in its own wire format. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class HostedModelContract {
    private static final ToolSpecification SEARCH = ToolSpecification.builder()
            .name("search_logs")
            .description("Searches.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("pattern")
                    .addEnumProperty("log_level", List.of("ERROR", "INFO"))
                    .required("pattern")
                    .build())
            .build();

    private final ModelProvider provider;
    private final Wire wire;

    private ModelStub stub;
    private ChatModel model;

    HostedModelContract(ModelProvider provider, Wire wire) {
        this.provider = provider;
        this.wire = wire;
    }

    @BeforeAll
    void start() throws IOException {
        stub = ModelStub.start(wire);
        model = open(Map.of());
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    @BeforeEach
    void forget() {
        stub.forget();
    }

    @Test
    void anAnswerComesWithItsTokensAndItsEnd() {
        stub.next(says(AiMessage.from("All quiet.")));

        ChatResponse response = model.chat(question().build());

        assertThat(response.aiMessage().text()).isEqualTo("All quiet.");
        assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(Wire.INPUT_TOKENS);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(Wire.OUTPUT_TOKENS);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void severalToolCallsInOneAnswerKeepTheirIdsAndArguments() {
        List<ToolExecutionRequest> calls = List.of(
                call("a1", "{\"pattern\":\"time out\",\"limit\":5,\"deep\":{\"x\":[1.5,true,null,\"é\"]}}"),
                call("a2", "{}"));
        stub.next(says(AiMessage.from("Let me look.", calls)));

        ChatResponse response = model.chat(question().toolSpecifications(SEARCH).build());

        assertThat(response.aiMessage().toolExecutionRequests()).hasSize(2);
        assertThat(response.aiMessage().toolExecutionRequests()).zipSatisfy(calls, (read, sent) -> {
            assertThat(read.id()).isEqualTo(sent.id());
            assertThat(read.name()).isEqualTo(sent.name());
            assertThat(AnthropicWire.parse(read.arguments())).isEqualTo(AnthropicWire.parse(sent.arguments()));
        });
        assertThat(response.aiMessage().text()).isEqualTo("Let me look.");
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
    }

    @Test
    void aWholeConversationArrivesAsTheProviderWantsIt() {
        AiMessage calls = AiMessage.from(call("a1", "{\"pattern\":\"x\"}"), call("a2", "{oops"));
        model.chat(ChatRequest.builder()
                .messages(
                        SystemMessage.from("You write \"findings\"."),
                        UserMessage.from("Query: errors"),
                        calls,
                        ToolExecutionResultMessage.from("a1", "search_logs", "{\"logs\":[]}"),
                        ToolExecutionResultMessage.builder()
                                .id("a2")
                                .toolName("search_logs")
                                .text("not JSON")
                                .isError(true)
                                .build(),
                        UserMessage.from("Write now."))
                .toolSpecifications(SEARCH)
                .toolChoice(ToolChoice.NONE)
                .responseFormat(AnswerFormat.FINDINGS.toResponseFormat())
                .build());

        assertThat(stub.complaints()).isEmpty();
        JsonNode request = stub.asked().get(0);
        assertThat(wire.messages(request))
                .filteredOn(ToolExecutionResultMessage.class::isInstance)
                .extracting(message -> ((ToolExecutionResultMessage) message).isError())
                .containsExactly(false, true);
        assertThat(wire.tools(request)).singleElement().satisfies(tool -> {
            assertThat(tool.name()).isEqualTo("search_logs");
            assertThat(tool.parameters().required()).containsExactly("pattern");
            assertThat(tool.parameters().properties()).containsOnlyKeys("pattern", "log_level");
        });
    }

    @Test
    void whatPassesIsTriedAgainAsOftenAsConfigured() {
        ModelStub.Reply busy = throttled();
        stub.next(busy, busy, says(AiMessage.from("at last")));

        assertThat(model.chat(question().build()).aiMessage().text()).isEqualTo("at last");
        assertThat(stub.asked()).hasSize(3);

        stub.forget();
        stub.next(busy, busy, busy, says(AiMessage.from("too late")));
        assertThat(failure(model).failure()).isEqualTo(ModelFailure.THROTTLED);
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void whatDoesNotPassIsTriedOnce() {
        stub.next(refusedCredentials(), says(AiMessage.from("never")));

        ModelException failure = failure(model);

        assertThat(failure.failure()).isEqualTo(ModelFailure.NO_CREDENTIALS);
        assertThat(failure).hasMessageContaining("--provider offline");
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void anOverloadedServiceIsSaidToBeOne() {
        stub.next(overloaded(), overloaded(), overloaded());

        ModelException failure = failure(model);

        assertThat(failure.failure()).isEqualTo(ModelFailure.OVERLOADED);
        assertThat(failure).hasMessageContaining("try again in a few minutes");
    }

    @Test
    void anAnswerThatCannotBeReadIsNoAnswer() {
        ModelStub.Reply broken = ModelStub.json(200, "{\"content\": \"secret words\", \"output\": 5");
        stub.next(broken, broken, broken);

        ModelException failure = failure(model);

        assertThat(failure.failure()).isEqualTo(ModelFailure.MALFORMED_ANSWER);
        assertThat(failure.getMessage()).doesNotContain("secret words");
    }

    @Test
    void aToolCallWithoutItsPartsIsNoAnswer() {
        ModelStub.Reply broken = malformedToolCall();
        stub.next(broken, broken, broken);

        assertThat(failure(model).failure()).isEqualTo(ModelFailure.MALFORMED_ANSWER);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsATimeout() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (ModelStub late = ModelStub.start(wire)) {
            late.next(exchange -> awaitQuietly(end));
            ModelException failure =
                    failure(open(late, Map.of("SRE_AGENT_MODEL_TIMEOUT", "150ms", "SRE_AGENT_MODEL_ATTEMPTS", "1")));

            assertThat(failure.failure()).isEqualTo(ModelFailure.TIMEOUT);
            assertThat(failure).hasMessageContaining("150ms").hasMessageContaining("SRE_AGENT_MODEL_TIMEOUT");
        } finally {
            end.countDown();
        }
    }

    @Test
    void aCallerThatIsInterruptedIsLetGoAndStaysInterrupted() throws IOException {
        try (ModelStub unheard = ModelStub.start(wire)) {
            ChatModel interrupted = open(unheard, Map.of());
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> interrupted.chat(question().build())).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aServiceThatIsNotThereCannotBeReached() throws IOException {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = "http://127.0.0.1:" + socket.getLocalPort();
        }

        ModelException failure =
                failure(open(Map.of("SRE_AGENT_MODEL_ENDPOINT", nobody, "SRE_AGENT_MODEL_ATTEMPTS", "1")));

        assertThat(failure.failure()).isEqualTo(ModelFailure.NETWORK);
        assertThat(failure).hasMessageContaining("SRE_AGENT_MODEL_ENDPOINT");
    }

    @Test
    void theProvidersWordsAreMaskedAndCutToOneLine() {
        stub.next(refused("Bad key " + AnthropicWire.KEY + "\n\tat line 2 " + "x".repeat(500)));

        assertThat(failure(model).getMessage())
                .doesNotContain(AnthropicWire.KEY)
                .doesNotContain("\n")
                .contains("…")
                .hasSizeLessThan(500);
    }

    /** A failure of this status, type and text is told as this kind. */
    final void assertTold(int status, String code, String words, ModelFailure expected) {
        stub.next(wire.refusal(status, code, words));
        ChatModel once = open(Map.of("SRE_AGENT_MODEL_ATTEMPTS", "1"));

        ModelException failure = failure(once);

        assertThat(failure.failure()).isEqualTo(expected);
        assertThat(failure.getMessage()).startsWith(provider.id() + " ").contains(expected.statement());
        assertThat(failure.getMessage().lines()).hasSize(1);
    }

    /** One reply that is a normal answer. */
    final ModelStub.Reply says(AiMessage message) {
        return ModelStub.json(200, wire.answer(message));
    }

    abstract ModelStub.Reply throttled();

    abstract ModelStub.Reply overloaded();

    abstract ModelStub.Reply refusedCredentials();

    abstract ModelStub.Reply refused(String words);

    abstract ModelStub.Reply malformedToolCall();

    private ChatModel open(Map<String, String> more) {
        return open(stub, more);
    }

    /**
     * A model at a stub of its own, for callers that do not wait: their request may arrive when the next test has begun, and
     * would take that one's reply.
     */
    private ChatModel open(ModelStub stub, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "LLM_PROVIDER", provider.id(),
                "SRE_AGENT_MODEL_ENDPOINT", stub.address(),
                "ANTHROPIC_API_KEY", AnthropicWire.KEY));
        environment.putAll(more);
        return ChatModels.retrying(
                ChatModels.plain(ModelSettings.from(environment, null, null), environment),
                ModelSettings.from(environment, null, null),
                pause -> {});
    }

    private static ModelException failure(ChatModel model) {
        return catchThrowableOfType(
                ModelException.class, () -> model.chat(question().build()));
    }

    private static ChatRequest.Builder question() {
        return ChatRequest.builder().messages(SystemMessage.from("You write findings."), UserMessage.from("Query: q"));
    }

    private static ToolExecutionRequest call(String id, String arguments) {
        return ToolExecutionRequest.builder()
                .id(id)
                .name("search_logs")
                .arguments(arguments)
                .build();
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
