package io.sreobservability.sreagent.model.provider;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.sreobservability.sreagent.model.ModelException;
import io.sreobservability.sreagent.model.ModelFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/** Reads what Bedrock's Converse operation answered. */
final class ConverseAnswers {
    private final Explanation explanation;

    ConverseAnswers(Explanation explanation) {
        this.explanation = explanation;
    }

    /**
     * The answer as LangChain4j has it. Converse does not say which model answered.
     *
     * @throws ModelException if there is none that can be read
     */
    ChatResponse read(ConverseResponse response) {
        if (response.stopReason() == StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED) {
            throw unreadable(ModelFailure.CONTEXT_TOO_LONG, response);
        }
        if (response.stopReason() == StopReason.MALFORMED_TOOL_USE
                || response.stopReason() == StopReason.MALFORMED_MODEL_OUTPUT
                || response.output() == null
                || response.output().message() == null) {
            throw unreadable(ModelFailure.MALFORMED_ANSWER, response);
        }
        List<ContentBlock> blocks = response.output().message().content();
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ContentBlock block : blocks) {
            if (block.toolUse() != null) {
                calls.add(call(block.toolUse(), response));
            }
        }
        return ChatResponse.builder()
                .id(response.responseMetadata().requestId())
                .aiMessage(AiMessage.builder()
                        .text(text(blocks))
                        .toolExecutionRequests(calls)
                        .build())
                .tokenUsage(usage(response))
                .finishReason(finishReason(response.stopReason()))
                .build();
    }

    private ToolExecutionRequest call(ToolUseBlock use, ConverseResponse response) {
        if (use.name() == null || use.toolUseId() == null || use.input() == null) {
            throw unreadable(ModelFailure.MALFORMED_ANSWER, response);
        }
        return ToolExecutionRequest.builder()
                .id(use.toolUseId())
                .name(use.name())
                .arguments(Documents.json(use.input()).toString())
                .build();
    }

    private static @Nullable String text(List<ContentBlock> blocks) {
        String text = blocks.stream()
                .filter(block -> block.text() != null)
                .map(ContentBlock::text)
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable TokenUsage usage(ConverseResponse response) {
        return response.usage() == null
                ? null
                : new TokenUsage(
                        response.usage().inputTokens(),
                        response.usage().outputTokens(),
                        response.usage().totalTokens());
    }

    private static FinishReason finishReason(@Nullable StopReason reason) {
        if (reason == null) {
            return FinishReason.OTHER;
        }
        return switch (reason) {
            case END_TURN, STOP_SEQUENCE -> FinishReason.STOP;
            case TOOL_USE -> FinishReason.TOOL_EXECUTION;
            case MAX_TOKENS -> FinishReason.LENGTH;
            case CONTENT_FILTERED, GUARDRAIL_INTERVENED -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }

    private ModelException unreadable(ModelFailure failure, ConverseResponse response) {
        String reason = response.stopReasonAsString();
        return explanation.of(failure, reason, new IllegalStateException("stop reason " + reason));
    }
}
