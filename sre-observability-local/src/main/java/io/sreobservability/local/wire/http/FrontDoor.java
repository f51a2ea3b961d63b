package io.sreobservability.local.wire.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Every request comes through here: guard, route, method, endpoint, answer. */
public final class FrontDoor implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());

    /**
     * How much of an unread body is still taken before the connection is closed. A client that is busy sending does
     * not read the answer, so closing at once would turn a clear 413 into a broken connection.
     */
    private static final long PATIENCE_BYTES = 64L * 1024 * 1024;

    private final LoopbackGuard guard;
    private final Router router;
    private final Faults faults;

    public FrontDoor(LoopbackGuard guard, Router router, Faults faults) {
        this.guard = guard;
        this.router = router;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange);
            drain(exchange.getRequestBody());
            write(exchange, response);
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        Request request = new Request(exchange);
        Endpoint endpoint = router.find(request.path());
        try {
            guard.check(exchange.getRequestHeaders());
            if (endpoint == null) {
                throw new HttpProblem(404, "Nothing is served at " + request.path() + ".");
            }
            if (!endpoint.method().equals(request.method())) {
                throw new HttpProblem(405, "Use " + endpoint.method() + " at " + request.path() + ".");
            }
            Faults.Fault fault = request.method().equals("POST") ? faults.next() : null;
            return fault == null ? endpoint.handle(request) : asked(endpoint, request, fault);
        } catch (HttpProblem problem) {
            return problem(endpoint, request, problem);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Cannot answer " + request.method() + " " + request.path(), e);
            return problem(endpoint, request, new HttpProblem(500, "Internal error; the server's log has the cause."));
        }
    }

    private static Response asked(Endpoint endpoint, Request request, Faults.Fault fault) {
        Response response = endpoint.problem(request, new HttpProblem(fault.status(), "This error was asked for."));
        Integer retryAfter = fault.retryAfterSeconds();
        return retryAfter == null ? response : response.with("Retry-After", String.valueOf(retryAfter));
    }

    private static Response problem(@Nullable Endpoint endpoint, Request request, HttpProblem problem) {
        if (endpoint == null) {
            return Response.of(problem.status(), "text/plain; charset=utf-8", problem.message() + "\n");
        }
        Response response = endpoint.problem(request, problem);
        return problem.status() == 405 ? response.with("Allow", endpoint.method()) : response;
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long taken = 0;
        for (int n = 0; n >= 0 && taken < PATIENCE_BYTES; n = body.read(buffer)) {
            taken += n;
        }
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.contentType());
        headers.set("Cache-Control", "no-store");
        // Telemetry holds text that strangers wrote: no browser may take an answer for a page or a script.
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.headers().forEach(headers::set);
        int length = exchange.getRequestMethod().equals("HEAD") ? 0 : response.body().length;
        // To jdk.httpserver, 0 means "chunked" and -1 "no body".
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(response.body());
        }
    }
}
