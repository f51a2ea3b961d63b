package io.sreobservability.sreagent.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.ChatModel;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.model.ModelFailure;
import io.sreobservability.sreagent.model.ThinkTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockModelTest extends HostedModelContract {
    private final ConverseWire wire = new ConverseWire();

    BedrockModelTest() {
        super(ModelProvider.BEDROCK, new ConverseWire());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|ValidationException|Input is too long for requested model.|CONTEXT_TOO_LONG",
                "400|ValidationException|The provided model identifier is invalid.|MODEL_NOT_FOUND",
                "400|ValidationException|Invocation with on-demand throughput isn't supported.|MODEL_NOT_FOUND",
                "400|ValidationException|This model doesn't support tool use.|INVALID_REQUEST",
                "400|ServiceQuotaExceededException|quota|QUOTA_EXCEEDED",
                "403|AccessDeniedException|not authorized to perform: bedrock:InvokeModel|ACCESS_DENIED",
                "403|UnrecognizedClientException|The security token is invalid.|NO_CREDENTIALS",
                "403|ExpiredTokenException|The security token has expired.|NO_CREDENTIALS",
                "404|ResourceNotFoundException|no such model|MODEL_NOT_FOUND",
                "408|ModelTimeoutException|took too long|TIMEOUT",
                "424|ModelErrorException|the model failed|SERVICE_ERROR",
                "429|ThrottlingException|Too many requests|THROTTLED",
                "429|ModelNotReadyException|not ready|OVERLOADED",
                "500|InternalServerException|oops|SERVICE_ERROR",
                "503|ServiceUnavailableException|busy|OVERLOADED",
                "418|TeapotException|short and stout|INVALID_REQUEST"
            })
    void eachRefusalIsToldAsWhatItIs(int status, String code, String words, ModelFailure expected) {
        assertTold(status, code, words, expected);
    }

    @Test
    void oneThatIsClosedAsksNobody() throws IOException {
        try (ModelStub stub = ModelStub.start(wire)) {
            ChatModels models = ChatModels.open(
                    ModelSettings.from(
                            Map.of("LLM_PROVIDER", "bedrock", "SRE_AGENT_MODEL_ENDPOINT", stub.address()), null, null),
                    ThinkTime.none(),
                    Map.of());
            ChatModel model = models.forRole("metrics", OpenTelemetry.noop());

            models.close();
            assertThatThrownBy(() -> model.chat("?")).isInstanceOf(RuntimeException.class);
            assertThat(stub.asked()).isEmpty();
        }
    }

    @Override
    ModelStub.Reply throttled() {
        return wire.refusal(429, "ThrottlingException", "Too many tokens, please wait before trying again.");
    }

    @Override
    ModelStub.Reply overloaded() {
        return wire.refusal(503, "ServiceUnavailableException", "Bedrock is unable to process your request.");
    }

    @Override
    ModelStub.Reply refusedCredentials() {
        return wire.refusal(
                403, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    @Override
    ModelStub.Reply refused(String words) {
        return wire.refusal(400, "ValidationException", words);
    }

    @Override
    ModelStub.Reply malformedToolCall() {
        return ModelStub.json(200, """
                {"output": {"message": {"role": "assistant", "content": []}}, "stopReason": "malformed_tool_use",
                 "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2}}""");
    }
}
