package io.sreobservability.sreagent.tool;

import io.sreobservability.sreagent.text.OneLine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a tool call gave. A failed call is a value too: an agent reports the gap and goes on.
 *
 * @param tool the tool that was asked for
 * @param isError whether the call failed
 * @param errorType stable code of the failure (see {@link ToolFailure}); {@code null} exactly when the call succeeded
 * @param content the backend's JSON answer, or one sentence that says what failed where
 * @param retryAfter how long whoever refused the call asks to wait before the next; {@code null} if it does not say
 */
public record ToolResult(
        String tool,
        boolean isError,
        @Nullable String errorType,
        String content,
        @Nullable Duration retryAfter) {
    /** Where a gateway of ours gives the code: a member of the result's {@code _meta} in MCP, which has no place for it. */
    public static final String ERROR_TYPE_MEMBER = "io.sreobservability/error_type";

    /** Where it gives the whole seconds of a backend's {@code Retry-After}. */
    public static final String RETRY_AFTER_MEMBER = "io.sreobservability/retry_after";

    public ToolResult {
        if (isError == (errorType == null)) {
            throw new IllegalArgumentException("An error has a type, a success has none: " + tool);
        }
    }

    /** A call that was answered. */
    public static ToolResult success(String tool, String json) {
        return new ToolResult(tool, false, null, json, null);
    }

    /** A call that failed. The sentence may quote what others wrote: it is made one line, without control characters. */
    public static ToolResult failure(String tool, String errorType, String sentence) {
        return new ToolResult(tool, true, errorType, OneLine.of(sentence), null);
    }

    /** The same, to be tried again after this long; {@code null}: it is not said when. */
    public ToolResult withRetryAfter(@Nullable Duration wait) {
        return new ToolResult(tool, isError, errorType, content, wait);
    }
}
