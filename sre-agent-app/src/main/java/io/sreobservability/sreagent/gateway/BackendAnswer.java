package io.sreobservability.sreagent.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.tool.ToolFailure;
import io.sreobservability.sreagent.tool.ToolResult;
import io.sreobservability.sreagent.tool.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes a result of what came from a backend, or didn't: every failure has a code and a sentence that names the endpoint.
 *
 * @param tool the tool that was called
 */
record BackendAnswer(GatewayTool tool) {
    private static final int MAX_DETAIL_LENGTH = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the answer comes to.
     *
     * @param retryAfter the header {@code Retry-After}, empty if there is none; a date in it counts as none
     */
    ToolResult read(int status, String retryAfter, String body) {
        JsonNode json = parse(body);
        if (status != 200) {
            return failure(ToolFailure.http(status), "answered with status " + status + detail(json))
                    .withRetryAfter(seconds(retryAfter));
        }
        if (!json.isObject()) {
            return failure(ToolFailure.INVALID_ANSWER, "answered with something that is not a JSON object");
        }
        return ToolResult.success(tool.operation(), body);
    }

    ToolResult late(Duration patience) {
        return failure(ToolFailure.TIMEOUT, "did not answer within " + patience.toMillis() + " ms");
    }

    /** Not called: the same code as a backend's own refusal, since the same helps. */
    ToolResult busy() {
        return failure(
                ToolFailure.http(429), "was not called: " + BackendClient.MOST_AT_ONCE + " calls of it are running");
    }

    /** Not called: what a backend itself answers to a value that cannot be. */
    ToolResult refused(String parameter) {
        return failure(ToolFailure.http(422), "was not called: " + parameter + " must not be empty, '.' or '..'");
    }

    ToolResult interrupted() {
        return failure(ToolFailure.INTERRUPTED, "was broken off because the gateway is stopping");
    }

    ToolResult broken(Throwable cause) {
        if (cause instanceof BoundedBody.TooLarge || cause.getCause() instanceof BoundedBody.TooLarge) {
            return failure(
                    ToolFailure.ANSWER_TOO_LARGE,
                    "answered with more than " + BackendClient.MAX_ANSWER_BYTES + " bytes");
        }
        if (cause instanceof HttpTimeoutException) {
            return failure(ToolFailure.TIMEOUT, "did not answer in time");
        }
        if (cause instanceof ConnectException refused) {
            Unreachable reason = Unreachable.of(refused);
            return failure(reason.code(), reason.whatHappened());
        }
        if (cause instanceof IOException) {
            return failure(ToolFailure.CONNECTION_FAILED, "can't be reached: the connection broke");
        }
        return failure(cause.getClass().getSimpleName(), "could not be called");
    }

    private ToolResult failure(String errorType, String whatHappened) {
        return ToolResult.failure(
                tool.operation(),
                errorType,
                "Tool " + tool.operation() + ": " + tool.place() + " " + whatHappened + ".");
    }

    private static @Nullable Duration seconds(String retryAfter) {
        return retryAfter.matches("[0-9]{1,5}") ? Duration.ofSeconds(Integer.parseInt(retryAfter)) : null;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private static String detail(JsonNode json) {
        JsonNode detail = json.path("detail");
        if (detail.isMissingNode()) {
            return "";
        }
        String text = detail.isTextual() ? detail.textValue() : detail.toString();
        return " (" + (text.length() > MAX_DETAIL_LENGTH ? text.substring(0, MAX_DETAIL_LENGTH) + "..." : text) + ")";
    }
}
