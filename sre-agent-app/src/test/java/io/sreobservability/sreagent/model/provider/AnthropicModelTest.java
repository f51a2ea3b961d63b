package io.sreobservability.sreagent.model.provider;

import io.sreobservability.sreagent.model.ModelFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicModelTest extends HostedModelContract {
    private final AnthropicWire wire = new AnthropicWire();

    AnthropicModelTest() {
        super(ModelProvider.ANTHROPIC, new AnthropicWire());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|invalid_request_error|prompt is too long: 210000 tokens > 200000 maximum|CONTEXT_TOO_LONG",
                "400|invalid_request_error|Your credit balance is too low|QUOTA_EXCEEDED",
                "400|invalid_request_error|temperature: not supported|INVALID_REQUEST",
                "401|authentication_error|invalid x-api-key|NO_CREDENTIALS",
                "403|permission_error|not allowed|ACCESS_DENIED",
                "404|not_found_error|model: claude-0|MODEL_NOT_FOUND",
                "413|request_too_large|Request exceeds the maximum size|CONTEXT_TOO_LONG",
                "429|rate_limit_error|rate limit|THROTTLED",
                "500|api_error|Internal server error|SERVICE_ERROR",
                "504|timeout_error|timed out|TIMEOUT",
                "529|overloaded_error|Overloaded|OVERLOADED"
            })
    void eachRefusalIsToldAsWhatItIs(int status, String code, String words, ModelFailure expected) {
        assertTold(status, code, words, expected);
    }

    @Override
    ModelStub.Reply throttled() {
        return wire.refusal(429, "rate_limit_error", "This request would exceed the rate limit");
    }

    @Override
    ModelStub.Reply overloaded() {
        return wire.refusal(529, "overloaded_error", "Overloaded");
    }

    @Override
    ModelStub.Reply refusedCredentials() {
        return wire.refusal(401, "authentication_error", "invalid x-api-key");
    }

    @Override
    ModelStub.Reply refused(String words) {
        return wire.refusal(400, "invalid_request_error", words);
    }

    @Override
    ModelStub.Reply malformedToolCall() {
        return ModelStub.json(200, """
                {"id": "msg_1", "type": "message", "role": "assistant", "model": "m", "stop_reason": "tool_use",
                 "content": [{"type": "tool_use", "id": "a1", "name": "search_logs", "input": "pattern=x"}],
                 "usage": {"input_tokens": 1, "output_tokens": 1}}""");
    }
}
