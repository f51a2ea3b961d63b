package io.sreobservability.local.wire.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** One request, its endpoint, and the connection on which the answer is awaited. */
public final class Conversation implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

    /**
     * How much of an unread body is still taken before the connection is closed. A client that is busy sending does
     * not read the answer, so closing at once would turn a clear 413 into a broken connection.
     */
    private static final long PATIENCE_BYTES = 64L * 1024 * 1024;

    private final HttpExchange exchange;
    private final Request request;
    private final @Nullable Endpoint endpoint;

    /** {@code endpoint} is null where nothing is served. */
    Conversation(HttpExchange exchange, Request request, @Nullable Endpoint endpoint) {
        this.exchange = exchange;
        this.request = request;
        this.endpoint = endpoint;
    }

    public Request request() {
        return request;
    }

    /** What the endpoint answers; a problem is an answer, too. */
    public Response answer() throws IOException {
        try {
            if (endpoint == null) {
                throw new HttpProblem(404, "Nothing is served at " + request.path() + ".");
            }
            return endpoint.handle(request);
        } catch (HttpProblem problem) {
            return problem(problem);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Cannot answer " + request.method() + " " + request.path(), e);
            return problem(new HttpProblem(500, "Internal error; the server's log has the cause."));
        }
    }

    /** A problem in the format of the endpoint. */
    public Response problem(HttpProblem problem) {
        return endpoint == null
                ? Response.of(problem.status(), "text/plain; charset=utf-8", problem.message() + "\n")
                : endpoint.problem(request, problem);
    }

    /** Sends a whole answer, and ends. */
    public void send(Response response) throws IOException {
        try (this) {
            int length = request.method().equals("HEAD") ? 0 : response.body().length;
            // To jdk.httpserver, 0 means "chunked" and -1 "no body".
            begin(response, length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    /**
     * Sends the head of an answer and leaves its body to the caller, who then closes this conversation.
     *
     * @param length of the body; if less has been written when it is closed, the connection breaks
     */
    public OutputStream begin(Response head, int length) throws IOException {
        drain();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", head.contentType());
        headers.set("Cache-Control", "no-store");
        // Telemetry holds text that strangers wrote: no browser may take an answer for a page or a script.
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        head.headers().forEach(headers::set);
        exchange.sendResponseHeaders(head.status(), length);
        return exchange.getResponseBody();
    }

    /** Takes what is left of the request's body. */
    public void drain() throws IOException {
        InputStream body = exchange.getRequestBody();
        byte[] buffer = new byte[16 * 1024];
        long taken = 0;
        for (int n = 0; n >= 0 && taken < PATIENCE_BYTES; n = body.read(buffer)) {
            taken += n;
        }
    }

    /** Ends it; a connection whose answer is not complete is closed. */
    @Override
    public void close() {
        exchange.close();
    }
}
