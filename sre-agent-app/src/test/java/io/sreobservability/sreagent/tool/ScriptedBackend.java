package io.sreobservability.sreagent.tool;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on a free loopback port whose every answer is given by the test. */
final class ScriptedBackend implements AutoCloseable {
    interface Answer {
        void write(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();

    ScriptedBackend(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.write(exchange);
            }
        });
        server.start();
    }

    static Answer status(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    ToolEndpoints endpoints() {
        return everywhere(server.getAddress().getPort());
    }

    static ToolEndpoints everywhere(int port) {
        Map<ToolDomain, URI> bases = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            bases.put(domain, URI.create("http://127.0.0.1:" + port));
        }
        return ToolEndpoints.of(bases);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
