package io.sreobservability.sreagent.model.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server in the place of a provider. It gives the replies that a test queued, then answers from what it is asked:
 * it reads the wire format, lets {@link ScriptedAnswers} decide, and writes the wire format.
 */
public final class ModelStub implements AutoCloseable {
    /** One reply, as it goes over the wire. */
    public interface Reply {
        void write(HttpExchange exchange) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private ModelStub(Wire wire, HttpServer server) {
        this.wire = wire;
        this.server = server;
    }

    public static ModelStub start(Wire wire) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ModelStub stub = new ModelStub(wire, server);
        server.setExecutor(stub.threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                stub.serve(exchange);
            }
        });
        server.start();
        return stub;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next requests get these replies, whatever they ask. */
    public void next(Reply... given) {
        replies.addAll(List.of(given));
    }

    /** Every request since the last {@link #forget()}. */
    public List<JsonNode> asked() {
        return asked;
    }

    /** What was wrong with the requests, by the provider's rules. */
    public List<String> complaints() {
        return complaints;
    }

    public void forget() {
        replies.clear();
        asked.clear();
        complaints.clear();
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonNode request;
        try {
            request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        } catch (JsonProcessingException e) {
            complaints.add("no JSON");
            wire.refusal(400, "ValidationException", "no JSON").write(exchange);
            return;
        }
        asked.add(request);
        Reply queued = replies.poll();
        if (queued != null) {
            queued.write(exchange);
            return;
        }
        try {
            String complaint = wire.complaint(exchange.getRequestURI().getRawPath(), exchange.getRequestHeaders());
            if (!complaint.isEmpty()) {
                throw new IllegalArgumentException(complaint);
            }
            json(200, ScriptedAnswers.to(request, wire)).write(exchange);
        } catch (RuntimeException e) {
            complaints.add(String.valueOf(e.getMessage()));
            wire.refusal(400, "ValidationException", String.valueOf(e.getMessage()))
                    .write(exchange);
        }
    }

    static Reply json(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
