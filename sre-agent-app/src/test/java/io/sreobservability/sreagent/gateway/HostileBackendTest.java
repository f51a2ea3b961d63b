package io.sreobservability.sreagent.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.semconv.ErrorAttributes;
import io.sreobservability.sreagent.tool.ToolDomain;
import io.sreobservability.sreagent.tool.ToolResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a backend does, its caller gets a result with a code and a sentence, and the gateway goes on. */
class HostileBackendTest {
    /** What the backend does with the next request. */
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static final AtomicReference<Behaviour> BEHAVIOUR = new AtomicReference<>();
    private static final AtomicReference<String> SEEN_KEY = new AtomicReference<>();
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static HttpServer backend;
    private static RunningGateway gateway;
    private static McpSyncClient client;

    /** Only for backends that never answer: whoever does must not be hurried by a slow machine. */
    private static RunningGateway impatient;

    private static McpSyncClient clientOfImpatient;

    @BeforeAll
    static void start() throws IOException {
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.setExecutor(THREADS);
        backend.createContext("/", exchange -> {
            try (exchange) {
                SEEN_KEY.set(exchange.getRequestHeaders().getFirst("X-API-Key"));
                BEHAVIOUR.get().answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        backend.start();
        URI address = URI.create("http://127.0.0.1:" + backend.getAddress().getPort());
        gateway = RunningGateway.before(
                Map.of(ToolDomain.KUBERNETES, address), OpenTelemetry.noop(), UnaryOperator.identity());
        client = gateway.client();
        impatient = RunningGateway.before(
                Map.of(ToolDomain.KUBERNETES, address),
                OpenTelemetry.noop(),
                config -> config.withPatience(Duration.ofSeconds(1)));
        clientOfImpatient = impatient.client();
    }

    @AfterAll
    static void stop() {
        END.countDown();
        client.close();
        gateway.close();
        clientOfImpatient.close();
        impatient.close();
        backend.stop(0);
        THREADS.shutdownNow();
    }

    private static CallToolResult callWhen(Behaviour behaviour) {
        return callWhen(behaviour, client);
    }

    private static CallToolResult callWhen(Behaviour behaviour, McpSyncClient caller) {
        BEHAVIOUR.set(behaviour);
        return RunningGateway.call(caller, "k8s-api___get_pod_status", Map.of());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void assertFailed(CallToolResult result, String code, String sentence) {
        assertThat(result.isError()).isTrue();
        assertThat(result.meta()).containsEntry("io.sreobservability/error_type", code);
        assertThat(RunningGateway.text(result))
                .startsWith("Tool get_pod_status: http://127.0.0.1:")
                .contains(sentence);
    }

    @Test
    void theBackendGetsTheKeyAndTheCallerTheAnswer() {
        CallToolResult result = callWhen(exchange -> send(exchange, 200, "{\"pods\":[]}".getBytes(UTF_8)));
        assertThat(RunningGateway.text(result)).isEqualTo("{\"pods\":[]}");
        assertThat(SEEN_KEY).hasValue("test-key");
    }

    @Test
    void anAnswerOfFiveMegabytesIsCutOff() {
        assertFailed(
                callWhen(exchange -> send(exchange, 200, new byte[5 << 20])),
                "answer_too_large",
                "more than 1048576 bytes");
    }

    @Test
    void anAnswerThatIsNotJsonIsNamedSo() {
        assertFailed(
                callWhen(exchange -> send(exchange, 200, "{\"pods\": [".getBytes(UTF_8))),
                "invalid_answer",
                "not a JSON object");
    }

    @Test
    void aBackendThatHangsCostsOnlyPatience() {
        assertFailed(callWhen(exchange -> END.await(), clientOfImpatient), "timeout", "did not answer within 1000 ms");
    }

    @Test
    void aBackendThatHangsInTheMiddleOfItsAnswerToo() {
        Behaviour half = exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            END.await();
        };
        assertFailed(callWhen(half, clientOfImpatient), "timeout", "did not answer within 1000 ms");
    }

    /** A call keeps a thread of the gateway until its backend has answered. */
    @Test
    void aBackendThatHangsLeavesTheOthersTheirThreadsHoweverOftenItIsCalled() throws Exception {
        CountDownLatch arrived = new CountDownLatch(BackendClient.MOST_AT_ONCE);
        CountDownLatch released = new CountDownLatch(1);
        BEHAVIOUR.set(exchange -> {
            arrived.countDown();
            released.await();
            send(exchange, 200, "{}".getBytes(UTF_8));
        });
        URI address = URI.create("http://127.0.0.1:" + backend.getAddress().getPort());
        try (RunningGateway patient = RunningGateway.before(
                        Map.of(ToolDomain.KUBERNETES, address),
                        OpenTelemetry.noop(),
                        config -> config.withPatience(Duration.ofSeconds(60)));
                McpSyncClient caller = patient.client()) {
            List<CompletableFuture<CallToolResult>> hanging = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> RunningGateway.call(caller, "k8s-api___get_pod_status", Map.of()), THREADS))
                    .limit(BackendClient.MOST_AT_ONCE)
                    .toList();
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(RunningGateway.call(caller, "logs-api___get_error_logs", Map.of())
                            .meta())
                    .containsEntry("io.sreobservability/error_type", "connection_refused");
            assertFailed(
                    RunningGateway.call(caller, "k8s-api___get_pod_status", Map.of()),
                    "http_429",
                    "was not called: 64 calls of it are running");

            released.countDown();
            for (CompletableFuture<CallToolResult> call : hanging) {
                assertThat(RunningGateway.text(call.get())).isEqualTo("{}");
            }
        } finally {
            released.countDown();
        }
    }

    /** Whoever normalises paths would make another endpoint of it, and take the key there. */
    @ParameterizedTest
    @ValueSource(strings = {"..", ".", ""})
    void anArgumentThatWouldLeadToAnotherEndpointIsNotSent(String id) {
        BackendClient direct = new BackendClient(RunningGateway.KEY, Duration.ofSeconds(1), OpenTelemetry.noop());
        String place = "http://127.0.0.1:" + backend.getAddress().getPort() + "/runbooks/{id}";
        BEHAVIOUR.set(exchange -> send(exchange, 200, "{}".getBytes(UTF_8)));
        GatewayTool tool = new GatewayTool("a___get_runbook", "get_runbook", "", Map.of(), place, Set.of("id"));

        assertThat(direct.call(tool, Map.of("id", "a..b")).isError()).isFalse();
        ToolResult refused = direct.call(tool, Map.of("id", id));
        assertThat(refused.errorType()).isEqualTo("http_422");
        assertThat(refused.content())
                .isEqualTo("Tool get_runbook: " + place + " was not called: id must not be empty, '.' or '..'.");
    }

    /** A document written by others may hold any address. */
    @ParameterizedTest
    @CsvSource({"http:///pods, 1", "nowhere, 1", "http://a b/, 0"})
    void anAddressThatCannotBeCalledIsAFailureAndItsSpanEnds(String place, int ended) {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        try (OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build()) {
            BackendClient direct = new BackendClient(RunningGateway.KEY, Duration.ofSeconds(1), telemetry);
            GatewayTool tool = new GatewayTool("a___get_pods", "get_pods", "", Map.of(), place, Set.of());

            assertThat(direct.call(tool, Map.of()).errorType()).isEqualTo("IllegalArgumentException");
            assertThat(spans.getFinishedSpanItems())
                    .hasSize(ended)
                    .allSatisfy(span -> assertThat(span.getAttributes().get(ErrorAttributes.ERROR_TYPE))
                            .isEqualTo("IllegalArgumentException"));
        }
    }

    @Test
    void aBackendThatFailsIsNamedWithItsStatus() {
        assertFailed(
                callWhen(exchange -> send(exchange, 500, "{\"detail\":\"Internal Server Error\"}".getBytes(UTF_8))),
                "http_500",
                "answered with status 500 (Internal Server Error)");
    }

    @Test
    void aBackendThatAsksForTimeIsHeardByTheCaller() {
        CallToolResult busy = callWhen(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "2");
            send(exchange, 503, "{\"detail\":\"busy\"}".getBytes(UTF_8));
        });
        assertFailed(busy, "http_503", "answered with status 503 (busy)");
        assertThat(busy.meta()).containsEntry("io.sreobservability/retry_after", 2);

        CallToolResult withDate = callWhen(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT");
            send(exchange, 429, "{}".getBytes(UTF_8));
        });
        assertThat(withDate.meta()).containsOnlyKeys("io.sreobservability/error_type");
    }

    @Test
    void aBackendThatIsNotThereRefusesTheConnection() {
        CallToolResult result = RunningGateway.call(client, "logs-api___get_error_logs", Map.of());
        assertThat(result.meta()).containsEntry("io.sreobservability/error_type", "connection_refused");
        assertThat(RunningGateway.text(result))
                .isEqualTo("Tool get_error_logs: http://127.0.0.1:1/logs/errors can't be reached: the connection was"
                        + " refused.");
    }
}
