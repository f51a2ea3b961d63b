package io.sreobservability.sreagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How our servers refuse: {@code {"detail": ...}}. */
public final class JsonRefusal {
    private JsonRefusal() {}

    /** Refuses with a status and a sentence for the caller. */
    public static void send(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String body =
                JsonNodeFactory.instance.objectNode().put("detail", detail).toString();
        response.getOutputStream().write(body.getBytes(UTF_8));
    }
}
