package io.sreobservability.sreagent.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A loopback server that answers every request with the next of its canned answers, and with the last one for ever. */
public final class CannedStandIn implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    /** One HTTP answer. */
    public record Answer(int status, String body) {}

    private CannedStandIn(HttpServer server) {
        this.server = server;
    }

    /** Starts a server on a free port. */
    public static CannedStandIn answering(Answer... answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CannedStandIn standIn = new CannedStandIn(server);
        server.createContext("/", exchange -> {
            int turn = standIn.requests.getAndIncrement();
            Answer answer = List.of(answers).get(Math.min(turn, answers.length - 1));
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return standIn;
    }

    /** A test resource of this package's folder. */
    public static String resource(String name) {
        try (InputStream in = CannedStandIn.class.getResourceAsStream("/trace/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
