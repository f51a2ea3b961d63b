package io.sreobservability.sreagent.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.aspects.SreObservability;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SreTelemetryTest
class TracedChatModelTest {
    private static final String SECRET = "password=hunter2hunter2";
    private static final ModelSettings SETTINGS = ModelSettings.from(
            Map.of("SRE_AGENT_MODEL_ENDPOINT", "http://127.0.0.1:8080"), ModelProvider.ANTHROPIC, "claude-x");
    private static final ChatRequest QUESTION = ChatRequest.builder()
            .messages(
                    SystemMessage.from("You help."),
                    UserMessage.from("Query: \"why\"? " + SECRET),
                    AiMessage.from(ToolExecutionRequest.builder()
                            .id("a1")
                            .name("search_logs")
                            .arguments("{\"pattern\":\"x\"}")
                            .build()),
                    ToolExecutionResultMessage.from("a1", "search_logs", "é".repeat(2000)))
            .build();

    @AfterEach
    void withholdContent() {
        SreObservability.setCaptureContent(false);
        SreObservability.setEnabled(true);
    }

    @Test
    void theSpanSaysWhoAnsweredAndHowItEnded(RecordedTelemetry telemetry) {
        traced(telemetry, TracedChatModelTest::answer).chat(QUESTION);

        SpanData span = telemetry.assertSpan("chat claude-x").succeeded().data();
        assertThat(span.getAttributes().get(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons")))
                .containsExactly("stop");
        assertThat(span.getAttributes().get(AttributeKey.stringKey("gen_ai.response.model")))
                .isEqualTo("claude-x-20260101");
        assertThat(span.getAttributes().get(AttributeKey.stringKey("server.address")))
                .isEqualTo("127.0.0.1");
        assertThat(span.getAttributes().get(AttributeKey.longKey("server.port")))
                .isEqualTo(8080);
        assertThat(span.getInstrumentationScopeInfo().getName()).startsWith("opentelemetry.instrumentation.");
    }

    @Test
    void aFailureIsItsCodeAndTheSameException(RecordedTelemetry telemetry) {
        ModelException failure = new ModelException(ModelFailure.THROTTLED, "busy", new IllegalStateException());
        ChatModel model = traced(telemetry, () -> {
            throw failure;
        });

        assertThatThrownBy(() -> model.chat(QUESTION)).isSameAs(failure);
        telemetry.assertSpan("chat claude-x").failed("throttled");
    }

    @Test
    void withoutCaptureNothingOfTheConversationIsOnTheSpan(RecordedTelemetry telemetry) {
        traced(telemetry, TracedChatModelTest::answer).chat(QUESTION);

        assertThat(telemetry.assertSpan("chat claude-x").data().getAttributes().toString())
                .doesNotContain("why", "pattern", "é", "quiet");
    }

    @Test
    void capturedConversationsAreMaskedCutAndStillJson(RecordedTelemetry telemetry) {
        SreObservability.setCaptureContent(true);

        traced(telemetry, TracedChatModelTest::answer).chat(QUESTION);

        SpanData span = telemetry.assertSpan("chat claude-x").data();
        JsonNode asked = AnthropicWire.parse(
                String.valueOf(span.getAttributes().get(AttributeKey.stringKey("gen_ai.input.messages"))));
        JsonNode answered = AnthropicWire.parse(
                String.valueOf(span.getAttributes().get(AttributeKey.stringKey("gen_ai.output.messages"))));
        assertThat(asked).hasSize(4);
        assertThat(asked.findValuesAsText("role")).containsExactly("system", "user", "assistant", "tool");
        assertThat(asked.path(1).path("parts").path(0).path("content").asText())
                .contains("\"why\"?", "[REDACTED]")
                .doesNotContain("hunter2");
        assertThat(asked.path(2).path("parts").path(0).path("name").asText()).isEqualTo("search_logs");
        assertThat(asked.path(3).path("parts").path(0).path("response").asText())
                .isEqualTo("é".repeat(1000));
        assertThat(answered.path(0).path("parts").path(0).path("content").asText())
                .isEqualTo("All quiet.");
        assertThat(answered.path(0).path("finish_reason").asText()).isEqualTo("stop");
    }

    @Test
    void switchedOffTelemetryLeavesTheCallAlone(RecordedTelemetry telemetry) {
        SreObservability.setEnabled(false);

        assertThat(traced(telemetry, TracedChatModelTest::answer)
                        .chat(QUESTION)
                        .aiMessage()
                        .text())
                .isEqualTo("All quiet.");
        telemetry.assertNoSpans();
    }

    private static ChatResponse answer() {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from("All quiet."))
                .modelName("claude-x-20260101")
                .finishReason(FinishReason.STOP)
                .build();
    }

    private static ChatModel traced(RecordedTelemetry telemetry, Supplier<ChatResponse> answer) {
        ChatModel model = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return answer.get();
            }
        };
        return new TracedChatModel(model, SETTINGS, telemetry.openTelemetry());
    }
}
