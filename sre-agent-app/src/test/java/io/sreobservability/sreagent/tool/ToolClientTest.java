package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.sreobservability.aspects.engine.InheritedAttributes;
import io.sreobservability.aspects.standard.StandardAttributes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent makes of its gateway, of good ones and of others. */
class ToolClientTest {
    private static final ToolCatalog CATALOG = ToolCatalog.standard();
    private static final AccessToken TOKEN = AccessToken.of("a-token");

    /** Here each call is tried once: what happens to one that fails for a moment is another test's. */
    private static final ToolAttempts ONCE =
            new ToolAttempts(new RetryPolicy(1, Duration.ZERO, Duration.ZERO), pause -> {}, () -> 0);

    private static ToolClient client(GatewayAddress address) {
        return new ToolClient(CATALOG, address, () -> TOKEN, ToolClient.DEFAULT_TIMEOUT, ONCE);
    }

    private static ToolResult answer(ScriptedGateway.Answer answer, String tool, Map<String, Object> arguments)
            throws IOException {
        try (ScriptedGateway gateway = new ScriptedGateway(answer);
                ToolClient client = client(gateway.address())) {
            return client.call(tool, arguments);
        }
    }

    private static ToolResult answer(ScriptedGateway.Answer answer) throws IOException {
        return answer(answer, "get_pod_status", Map.of());
    }

    @Test
    void anAnswerIsHandedOnAsItCame() throws IOException {
        assertThat(answer(ScriptedGateway.text("{\"pods\":[]}")))
                .isEqualTo(ToolResult.success("get_pod_status", "{\"pods\":[]}"));
    }

    @Test
    void nameArgumentsTokenAndTraceTravelWithTheCall() throws Exception {
        AtomicReference<JsonNode> params = new AtomicReference<>();
        AtomicReference<Map<String, List<String>>> headers = new AtomicReference<>();
        SpanContext parent = SpanContext.create(
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        Context investigation = InheritedAttributes.with(
                InheritedAttributes.with(
                        Context.root().with(Span.wrap(parent)), StandardAttributes.SRE_USER_ID, "Alice"),
                StandardAttributes.SRE_INVESTIGATION_ID,
                "investigation_4f1c2a9be07d3385");
        try (ScriptedGateway gateway = new ScriptedGateway((exchange, message) -> {
                    params.set(message.path("params"));
                    headers.set(Map.copyOf(exchange.getRequestHeaders()));
                    ScriptedGateway.text("{}").write(exchange, message);
                });
                ToolClient client = client(gateway.address())) {
            investigation
                    .wrap((Callable<ToolResult>) () -> client.call("search_logs", Map.of("pattern", "a b&c=\u00e9")))
                    .call();
        }
        assertThat(params.get())
                .hasToString("{\"name\":\"any-target___search_logs\",\"arguments\":{\"pattern\":\"a b&c=\u00e9\"}}");
        assertThat(headers.get())
                .containsEntry("Authorization", List.of("Bearer a-token"))
                .containsEntry("Traceparent", List.of("00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"))
                .containsEntry("Baggage", List.of("sre.investigation_id=investigation_4f1c2a9be07d3385"))
                .allSatisfy((name, values) -> assertThat(values).noneMatch(value -> value.contains("Alice")));
    }

    @Test
    void argumentsGetTheTypesOfTheSchemaHoweverTheModelWritesThem() throws IOException {
        AtomicReference<JsonNode> arguments = new AtomicReference<>();
        Map<String, Object> given = new HashMap<>(Collections.singletonMap("service", null));
        given.put("limit", 5.0);
        ScriptedGateway.Answer remember = (exchange, message) -> {
            arguments.set(message.at("/params/arguments"));
            ScriptedGateway.text("{}").write(exchange, message);
        };
        answer(remember, "get_recent_logs", given);
        assertThat(arguments.get()).hasToString("{\"limit\":5}");

        answer(remember, "analyze_trends", Map.of("metric_name", "cpu", "anomaly_threshold", "2.5"));
        assertThat(arguments.get().path("anomaly_threshold").isNumber()).isTrue();
    }

    @Test
    void aFailureOfOurGatewayKeepsItsCodeAndSentence() throws IOException {
        ToolResult result = answer((exchange, message) -> {
            ObjectNode failed = ScriptedGateway.content("Tool x: http://b can't be reached.")
                    .put("isError", true);
            failed.putObject("_meta").put("io.sreobservability/error_type", "connection_refused");
            ScriptedGateway.result(exchange, message, failed);
        });
        assertThat(result)
                .isEqualTo(ToolResult.failure(
                        "get_pod_status", "connection_refused", "Tool x: http://b can't be reached."));
    }

    @Test
    void aFailureWithoutACodeOrWithAnUnusableOneIsAToolError() throws IOException {
        assertThat(answer((exchange, message) -> {
                    ObjectNode failed = ScriptedGateway.content("no luck").put("isError", true);
                    failed.putObject("_meta").put("io.sreobservability/error_type", "a\nb");
                    ScriptedGateway.result(exchange, message, failed);
                }))
                .isEqualTo(ToolResult.failure("get_pod_status", "tool_error", "Tool get_pod_status failed: no luck"));
    }

    @Test
    void whatOthersWroteBecomesOneLineWithoutControlCharacters() throws IOException {
        ToolResult result = answer((exchange, message) -> ScriptedGateway.result(
                exchange,
                message,
                ScriptedGateway.content("no\u001b[31m\nluck\u202e\u2028!").put("isError", true)));
        assertThat(result.content()).isEqualTo("Tool get_pod_status failed: no [31m luck !");
    }

    @Test
    void anErrorOfTheProtocolIsAFailureWithItsReason() throws IOException {
        ToolResult result = answer((exchange, message) -> ScriptedGateway.raw(
                exchange,
                200,
                "application/json",
                "{\"jsonrpc\":\"2.0\",\"id\":" + message.path("id")
                        + ",\"error\":{\"code\":-32602,\"message\":\"no such tool\"}}"));
        assertThat(result.errorType()).isEqualTo("tool_error");
        assertThat(result.content()).contains("/mcp refused the call: ").contains("no such tool");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 503})
    void everyOtherStatusBecomesItsOwnErrorType(int status) throws IOException {
        ToolResult result = answer((exchange, message) -> exchange.sendResponseHeaders(status, -1));
        assertThat(result.errorType()).as(result.content()).isEqualTo("http_" + status);
        assertThat(result.content())
                .startsWith("Tool get_pod_status: the gateway http://127.0.0.1:")
                .contains(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oops", "[1]", "{\"cut\":", "17"})
    void anAnswerThatIsNoJsonObjectIsInvalid(String text) throws IOException {
        assertThat(answer(ScriptedGateway.text(text)).errorType()).isEqualTo("invalid_answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"jsonrpc\": nonsense", "<html>", "[]"})
    void aMessageThatIsNoneOfTheProtocolIsInvalid(String body) throws IOException {
        ToolResult result = answer((exchange, message) -> ScriptedGateway.raw(exchange, 200, "application/json", body));
        assertThat(result.errorType()).as(result.content()).isEqualTo("invalid_answer");
        assertThat(result.content()).contains("answered with something that is no MCP message");
    }

    @Test
    void aResultOfFiveMegabytesIsBrokenOff() throws IOException {
        ToolResult result = answer(ScriptedGateway.text("{\"x\":\"" + "y".repeat(5 << 20) + "\"}"));
        assertThat(result.errorType()).isEqualTo("answer_too_large");
        assertThat(result.content()).contains("more than 4194304 bytes");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGatewayThatHangsBeforeOrAfterTheHeadersTimesOut(boolean afterHeaders) throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        ScriptedGateway.Answer hang = (exchange, message) -> {
            if (afterHeaders) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        try (ScriptedGateway gateway = new ScriptedGateway(hang);
                ToolClient client =
                        new ToolClient(CATALOG, gateway.address(), () -> TOKEN, Duration.ofSeconds(2), ONCE)) {
            assertThat(client.missing(List.of())).as("connected").isEmpty();
            ToolResult result = client.call("get_error_rates", Map.of());
            assertThat(result.errorType()).isEqualTo("timeout");
            assertThat(result.content()).contains("did not answer in time");
        } finally {
            released.countDown();
        }
    }

    @Test
    void aPortWithoutAListenerIsSaidInThePlanAndIsAFailureAsAValue() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }
        try (ToolClient client = client(ScriptedGateway.at(port))) {
            String sentence =
                    "the gateway http://127.0.0.1:" + port + "/mcp can't be reached: the connection was refused.";
            assertThat(client.missing(List.of("get_pod_status"))).isEqualTo(Optional.of("No tools: " + sentence));
            assertThat(client.call("get_pod_status", Map.of()))
                    .isEqualTo(ToolResult.failure(
                            "get_pod_status", "connection_refused", "Tool get_pod_status: " + sentence));
        }
    }

    @Test
    void aTokenThatIsRefusedIsSaidInThePlan() throws IOException {
        HttpServer refusing = ScriptedGateway.refusing(401);
        try (ToolClient client = client(ScriptedGateway.at(refusing))) {
            assertThat(client.missing(List.of()).orElseThrow())
                    .startsWith("No tools: the gateway http://127.0.0.1:")
                    .endsWith(" refused the access token (status 401).");
        } finally {
            refusing.stop(0);
        }
    }

    @Test
    void toolsThatTheGatewayLacksAreSaidInThePlanAndNotCalled() throws IOException {
        try (ScriptedGateway gateway =
                        new ScriptedGateway(ScriptedGateway.text("{}"), List.of("k8s-api___get_pod_status"));
                ToolClient client = client(gateway.address())) {
            assertThat(client.missing(List.of("get_pod_status", "search_logs", "get_node_status"))
                            .orElseThrow())
                    .endsWith("/mcp does not offer search_logs, get_node_status.");
            assertThat(client.missing(List.of("get_pod_status"))).isEmpty();
            assertThat(client.call("get_pod_status", Map.of()).isError()).isFalse();
            assertThat(client.call("search_logs", Map.of("pattern", "x")).errorType())
                    .isEqualTo("tool_not_offered");
        }
    }

    @Test
    void anUnknownToolOrABadArgumentIsRefusedBeforeAnythingIsSent() {
        try (ToolClient nowhere = client(ScriptedGateway.at(1))) {
            ToolResult unknown = nowhere.call("get_weather", Map.of());
            assertThat(unknown.errorType()).isEqualTo("unknown_tool");
            assertThat(unknown.content()).contains("get_weather");

            ToolResult bad = nowhere.call("get_cluster_events", Map.of("severity", "Fatal", "colour", "red"));
            assertThat(bad.errorType()).isEqualTo("invalid_arguments");
            assertThat(bad.content())
                    .contains("parameter 'severity': must be one of Warning, Error, Normal")
                    .contains("parameter 'colour': is unknown; get_cluster_events takes since, severity");
        }
    }

    @Test
    void aCallerThatIsInterruptedWhileItWaitsIsBackAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicReference<ToolResult> result = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        ScriptedGateway.Answer hang = (exchange, message) -> {
            asked.countDown();
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        try (ScriptedGateway gateway = new ScriptedGateway(hang);
                ToolClient client = client(gateway.address())) {
            Thread caller = new Thread(() -> {
                result.set(client.call("get_pod_status", Map.of()));
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            asked.await();
            caller.interrupt();
            caller.join();
            assertThat(result.get().errorType()).isEqualTo("interrupted");
            assertThat(flag).as("it keeps its interrupt flag").isTrue();
        } finally {
            released.countDown();
        }
    }

    @Test
    void anInterruptedCallerKeepsItsInterruptFlag() throws IOException {
        try (ScriptedGateway gateway = new ScriptedGateway(ScriptedGateway.text("{}"));
                ToolClient client = client(gateway.address())) {
            assertThat(client.missing(List.of())).as("connected").isEmpty();
            Thread.currentThread().interrupt();
            ToolResult result = client.call("get_pod_status", Map.of());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(result.errorType()).isEqualTo("interrupted");
        }
    }
}
