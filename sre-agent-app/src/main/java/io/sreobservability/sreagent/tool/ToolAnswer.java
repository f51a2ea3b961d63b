package io.sreobservability.sreagent.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a gateway answers to a call, whosever gateway it is. */
final class ToolAnswer {
    private static final int MAX_REASON_LENGTH = 1_000;
    private static final int MAX_SECONDS = 86_400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ToolAnswer() {}

    static ToolResult read(String tool, CallToolResult result) {
        String text = result.content().stream()
                .filter(TextContent.class::isInstance)
                .map(content -> ((TextContent) content).text())
                .collect(Collectors.joining("\n"));
        if (Boolean.TRUE.equals(result.isError())) {
            Map<String, Object> meta = result.meta() == null ? Map.of() : result.meta();
            return failed(tool, code(meta), text).withRetryAfter(retryAfter(meta));
        }
        return isJsonObject(text)
                ? ToolResult.success(tool, text)
                : ToolResult.failure(
                        tool,
                        ToolFailure.INVALID_ANSWER,
                        "Tool " + tool + " answered with something that is not a JSON object.");
    }

    /** Our gateway gives the code and writes the sentence; of others only the text is known. */
    private static ToolResult failed(String tool, @Nullable String code, String text) {
        String brief = text.length() > MAX_REASON_LENGTH ? text.substring(0, MAX_REASON_LENGTH) + "..." : text;
        return code != null
                ? ToolResult.failure(tool, code, brief)
                : ToolResult.failure(tool, ToolFailure.TOOL_ERROR, "Tool " + tool + " failed: " + brief);
    }

    private static @Nullable String code(Map<String, Object> meta) {
        return meta.get(ToolResult.ERROR_TYPE_MEMBER) instanceof String code && code.matches("[A-Za-z0-9_]{1,64}")
                ? code
                : null;
    }

    private static @Nullable Duration retryAfter(Map<String, Object> meta) {
        return meta.get(ToolResult.RETRY_AFTER_MEMBER) instanceof Integer seconds
                        && seconds >= 0
                        && seconds <= MAX_SECONDS
                ? Duration.ofSeconds(seconds)
                : null;
    }

    private static boolean isJsonObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
