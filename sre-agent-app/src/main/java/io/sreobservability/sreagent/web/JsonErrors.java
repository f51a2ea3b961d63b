package io.sreobservability.sreagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty itself refuses, in the shape of all refusals: {@code {"detail": ...}}. Its own page would tell the server, the
 * request and, of failures, where in the code they happened.
 */
final class JsonErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("detail", HttpStatus.getMessage(status))
                .toString();
        response.write(true, ByteBuffer.wrap(body.getBytes(UTF_8)), callback);
        return true;
    }
}
