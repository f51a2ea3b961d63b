package io.sreobservability.sreagent.serve;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.sreagent.agent.Inquiry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads who asks what from a request: from {@code {"input": {"prompt", "session_id", "user_id"}}}, or the same members
 * without {@code input}; user and session also from the headers in which AgentCore Runtime passes them.
 */
final class RequestReader {
    static final String SESSION_HEADER = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id";
    static final String USER_HEADER = "X-Amzn-Bedrock-AgentCore-Runtime-User-Id";

    /** A prompt of the greatest length, every character of it written as an escape, fits four times. */
    private static final int MAX_BYTES = 256 << 10;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Inquiry.Names NAMES = new Inquiry.Names("prompt", "user_id", "session_id");

    private final String defaultUser;

    RequestReader(String defaultUser) {
        this.defaultUser = defaultUser;
    }

    /**
     * What is asked.
     *
     * @throws Refusal with status 400, 413 or 415 if it cannot be asked like this
     */
    Inquiry read(HttpServletRequest request) throws IOException, Refusal {
        requireJson(request.getContentType());
        JsonNode body = parse(body(request));
        JsonNode input = body.path("input").isObject() ? body.path("input") : body;
        String session = text(input, "session_id", request.getHeader(SESSION_HEADER), "");
        try {
            return Inquiry.checked(
                    text(input, "prompt", null, ""),
                    text(input, "user_id", request.getHeader(USER_HEADER), defaultUser),
                    session.isEmpty() ? "serve-" + UUID.randomUUID() : session,
                    NAMES);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, String.valueOf(e.getMessage()));
        }
    }

    private static void requireJson(@Nullable String contentType) throws Refusal {
        if (contentType == null) {
            return;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            throw new Refusal(415, "The body must be JSON: send Content-Type: application/json");
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException, Refusal {
        // The announced length first: what is too large anyway need not be read.
        if (request.getContentLengthLong() <= MAX_BYTES) {
            byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return bytes;
            }
        }
        throw new Refusal(413, "The body must not be longer than " + MAX_BYTES + " bytes");
    }

    private static JsonNode parse(byte[] body) throws IOException, Refusal {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // Its message quotes the body: not worth sending back.
        }
        throw new Refusal(
                400, "The body must be a JSON object like {\"input\": {\"prompt\": \"...\", \"user_id\": \"...\"}}");
    }

    /** The member, else the header, else the default. A member that is there must be a text. */
    private static String text(JsonNode input, String member, @Nullable String header, String otherwise)
            throws Refusal {
        JsonNode value = input.path(member);
        if (value.isTextual()) {
            return value.textValue();
        }
        if (!value.isMissingNode() && !value.isNull()) {
            throw new Refusal(400, member + " must be a text");
        }
        return header != null ? header : otherwise;
    }
}
