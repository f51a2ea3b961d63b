package io.sreobservability.sreagent.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An MCP gateway on a free loopback port, written by hand so that a test can have it do what the SDK's server would not:
 * it greets, lists tools, and answers calls as the test says.
 */
final class ScriptedGateway implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Answers one message; the request's body is read already. */
    interface Answer {
        void write(HttpExchange exchange, JsonNode message) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();

    /** With all tools, under other targets than ours: what comes before the separator is the gateway's own affair. */
    ScriptedGateway(Answer calls) throws IOException {
        this(
                calls,
                ToolCatalog.standard().definitions().stream()
                        .map(tool -> "any-target___" + tool.name())
                        .toList());
    }

    ScriptedGateway(Answer calls, List<String> tools) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            try (exchange) {
                JsonNode message = JSON.readTree(exchange.getRequestBody());
                switch (message.path("method").asText()) {
                    case "initialize" -> result(exchange, message, greeting());
                    case "tools/list" -> result(exchange, message, list(tools));
                    case "tools/call" -> calls.write(exchange, message);
                    default -> exchange.sendResponseHeaders(message.isMissingNode() ? 405 : 202, -1);
                }
            }
        });
        server.start();
    }

    /** Every message, greetings too, is answered with this status. */
    static HttpServer refusing(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** A tool's text as its result. */
    static Answer text(String text) {
        return (exchange, message) -> result(exchange, message, content(text));
    }

    static ObjectNode content(String text) {
        ObjectNode result = JSON.createObjectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }

    static void result(HttpExchange exchange, JsonNode message, JsonNode result) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", message.path("id"));
        answer.set("result", result);
        raw(exchange, 200, "application/json", answer.toString());
    }

    static void raw(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static ObjectNode greeting() {
        ObjectNode greeting = JSON.createObjectNode().put("protocolVersion", "2025-03-26");
        greeting.putObject("capabilities").putObject("tools");
        greeting.putObject("serverInfo").put("name", "scripted").put("version", "1");
        return greeting;
    }

    private static ObjectNode list(List<String> tools) {
        ObjectNode result = JSON.createObjectNode();
        ArrayNode list = result.putArray("tools");
        tools.forEach(tool ->
                list.addObject().put("name", tool).putObject("inputSchema").put("type", "object"));
        return result;
    }

    GatewayAddress address() {
        return at(server);
    }

    static GatewayAddress at(HttpServer server) {
        return at(server.getAddress().getPort());
    }

    static GatewayAddress at(int port) {
        return new GatewayAddress(URI.create("http://127.0.0.1:" + port + "/mcp"));
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
