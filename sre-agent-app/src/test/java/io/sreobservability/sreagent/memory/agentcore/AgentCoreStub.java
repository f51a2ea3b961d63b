package io.sreobservability.sreagent.memory.agentcore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server in the place of AgentCore's data plane: it refuses what the service's reference refuses, and makes a record of
 * each message of an event at once. The records keep our JSON; a test adds those that the service puts into its own words.
 */
public final class AgentCoreStub implements AutoCloseable {
    public static final String MEMORY = "sre_agent_memory-AbCdEf1234";

    /** One reply, as it goes over the wire. */
    interface Reply {
        void write(HttpExchange exchange) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> records = new CopyOnWriteArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private volatile boolean slow;

    private AgentCoreStub(HttpServer server) {
        this.server = server;
    }

    public static AgentCoreStub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AgentCoreStub stub = new AgentCoreStub(server);
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

    /** The next requests get these replies, after they were carried out. */
    void next(Reply... given) {
        replies.addAll(List.of(given));
    }

    List<JsonNode> asked() {
        return asked;
    }

    List<String> complaints() {
        return complaints;
    }

    /** A record that the service has made. */
    public void remember(String namespace, String text, Instant created) {
        ObjectNode summary = JSON.createObjectNode()
                .put("memoryRecordId", "mem-" + records.size())
                .put("memoryStrategyId", "strategy-1234567890")
                .put("createdAt", created.getEpochSecond())
                .put("score", 0.9 - records.size() / 100.0);
        summary.putObject("content").put("text", text);
        summary.putArray("namespaces").add(namespace);
        records.add(summary);
    }

    /** From now on it makes records later than any test looks. */
    void learnSlowly() {
        slow = true;
    }

    void forget() {
        replies.clear();
        asked.clear();
        complaints.clear();
        records.clear();
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(request);
        Reply answer;
        try {
            answer = json(200, answer(exchange, request).toString());
        } catch (IllegalArgumentException e) {
            complaints.add(String.valueOf(e.getMessage()));
            answer = refusal(400, "ValidationException", String.valueOf(e.getMessage()));
        }
        Reply queued = replies.poll();
        (queued == null ? answer : queued).write(exchange);
    }

    private JsonNode answer(HttpExchange exchange, JsonNode request) {
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        check(
                signature.matches(
                        "AWS4-HMAC-SHA256 Credential=local/\\d{8}/us-east-1/bedrock-agentcore/aws4_request, .*"),
                "not signed: " + signature);
        check(exchange.getRequestMethod().equals("POST"), exchange.getRequestMethod());
        String path = exchange.getRequestURI().getRawPath();
        return switch (path.replaceFirst("^/memories/" + MEMORY, "")) {
            case "/events" -> createEvent(request);
            case "/retrieve" -> retrieve(request);
            case "/memoryRecords" -> list(request);
            default -> throw new IllegalArgumentException("no such address: " + path);
        };
    }

    private synchronized JsonNode createEvent(JsonNode request) {
        String actor = matched(request.path("actorId"), "[a-zA-Z0-9][a-zA-Z0-9_/-]{0,254}");
        String session = matched(request.path("sessionId"), "[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}");
        String token = matched(request.path("clientToken"), ".{1,100}");
        check(request.path("eventTimestamp").isNumber(), "eventTimestamp");
        JsonNode payload = request.path("payload");
        check(payload.size() > 0 && payload.size() <= 100, "payload");
        for (JsonNode item : payload) {
            String text = matched(item.path("conversational").path("content").path("text"), "(?s).{1,9000}");
            check(item.path("conversational").path("role").asText().equals("ASSISTANT"), "role");
            if (!tokens.contains(token) && !slow) {
                remember(
                        namespace(text, actor, session),
                        text,
                        Instant.ofEpochSecond(request.path("eventTimestamp").asLong()));
            }
        }
        tokens.add(token);
        return JSON.createObjectNode()
                .set("event", JSON.createObjectNode().put("eventId", "0000001764417600000#12345678"));
    }

    /** Where the three strategies of the reference put it. */
    private static String namespace(String text, String actor, String session) {
        if (text.contains("\"preference_type\"")) {
            return MemoryStrategy.USER_PREFERENCES.root() + "/" + actor + "/preferences";
        }
        MemoryStrategy strategy =
                text.contains("\"knowledge_type\"") ? MemoryStrategy.INFRASTRUCTURE : MemoryStrategy.INVESTIGATIONS;
        return strategy.root() + "/" + actor + "/" + session;
    }

    private JsonNode retrieve(JsonNode request) {
        JsonNode criteria = request.path("searchCriteria");
        matched(criteria.path("searchQuery"), "(?s).{1,10000}");
        int topK = criteria.path("topK").asInt();
        check(topK >= 1 && topK <= 100, "topK");
        return page(request, topK);
    }

    private JsonNode list(JsonNode request) {
        return page(request, PAGE);
    }

    private ObjectNode page(JsonNode request, int size) {
        String prefix = matched(request.path("namespace"), "[a-zA-Z0-9/*][a-zA-Z0-9_/*-]{0,1023}");
        int from = request.path("nextToken").asInt(0);
        List<ObjectNode> matching = records.stream()
                .filter(record -> record.path("namespaces").path(0).asText().startsWith(prefix))
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode summaries = answer.putArray("memoryRecordSummaries");
        matching.stream().skip(from).limit(size).forEach(summaries::add);
        if (matching.size() > from + size) {
            answer.put("nextToken", String.valueOf(from + size));
        }
        return answer;
    }

    private static String matched(JsonNode value, String form) {
        check(value.isTextual() && value.asText().matches(form), value + " is not " + form);
        return value.asText();
    }

    private static void check(boolean fine, String complaint) {
        if (!fine) {
            throw new IllegalArgumentException(complaint);
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

    static Reply refusal(int status, String code, String words) {
        return exchange -> {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
            json(status, JSON.createObjectNode().put("message", words).toString())
                    .write(exchange);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
