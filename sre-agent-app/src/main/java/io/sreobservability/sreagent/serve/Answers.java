package io.sreobservability.sreagent.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.web.JsonRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes JSON answers. Every refusal has the same shape: {@code {"detail": ...}}. */
final class Answers {
    /** What the reference names as its model: the five agents together. */
    private static final String MODEL = "sre-multi-agent";

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static void report(HttpServletResponse response, String report) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("output")
                .put("message", report)
                .put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("model", MODEL);
        send(response, 200, body);
    }

    static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        if (refusal.status() == 429 || refusal.status() == 503) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        JsonRefusal.send(response, refusal.status(), refusal.detail());
    }

    static void send(HttpServletResponse response, int status, JsonNode body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
