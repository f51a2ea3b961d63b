package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolClientTest {
    private static final ToolCatalog CATALOG = ToolCatalog.standard();
    private static final ApiKey KEY = ApiKey.of("a-key");

    private static ToolClient client(ToolEndpoints endpoints) {
        return new ToolClient(CATALOG, endpoints, KEY);
    }

    @Test
    void anAnswerIsHandedOnAsItCame() throws IOException {
        try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.status(200, "{\"pods\":[]}"))) {
            assertThat(client(backend.endpoints()).call("get_pod_status", Map.of()))
                    .isEqualTo(ToolResult.success("get_pod_status", "{\"pods\":[]}"));
        }
    }

    @Test
    void argumentsKeyAndTraceContextTravelWithTheRequest() throws Exception {
        AtomicReference<String> uri = new AtomicReference<>();
        AtomicReference<String> key = new AtomicReference<>();
        AtomicReference<String> traceparent = new AtomicReference<>();
        SpanContext parent = SpanContext.create(
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            uri.set(exchange.getRequestURI().toASCIIString());
            key.set(exchange.getRequestHeaders().getFirst("X-API-Key"));
            traceparent.set(exchange.getRequestHeaders().getFirst("traceparent"));
            ScriptedBackend.status(200, "{}").write(exchange);
        })) {
            ToolClient client = client(backend.endpoints());
            Context.root()
                    .with(Span.wrap(parent))
                    .wrap((Callable<ToolResult>) () -> client.call("search_logs", Map.of("pattern", "a b&c=\u00e9")))
                    .call();
        }
        assertThat(uri).hasValue("/logs/search?pattern=a%20b%26c%3D%C3%A9");
        assertThat(key).hasValue("a-key");
        assertThat(traceparent).hasValue("00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");
    }

    @Test
    void ofTheInvestigationOnlyItsIdTravelsWithTheRequest() throws Exception {
        AtomicReference<Map<String, List<String>>> headers = new AtomicReference<>();
        Context investigation = InheritedAttributes.with(
                InheritedAttributes.with(Context.root(), StandardAttributes.SRE_USER_ID, "Alice"),
                StandardAttributes.SRE_INVESTIGATION_ID,
                "investigation_4f1c2a9be07d3385");
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            headers.set(Map.copyOf(exchange.getRequestHeaders()));
            ScriptedBackend.status(200, "{}").write(exchange);
        })) {
            ToolClient client = client(backend.endpoints());
            investigation
                    .wrap((Callable<ToolResult>) () -> client.call("get_pod_status", Map.of()))
                    .call();
        }
        assertThat(headers.get())
                .containsEntry("Baggage", List.of("sre.investigation_id=investigation_4f1c2a9be07d3385"))
                .allSatisfy((name, values) -> assertThat(values).noneMatch(value -> value.contains("Alice")));
    }

    @Test
    void aPathParameterCannotLeaveItsSegment() throws IOException {
        AtomicReference<String> uri = new AtomicReference<>();
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            uri.set(exchange.getRequestURI().toASCIIString());
            ScriptedBackend.status(200, "{}").write(exchange);
        })) {
            client(backend.endpoints()).call("get_incident_playbook", Map.of("playbook_id", "../a?b=c"));
        }
        assertThat(uri).hasValue("/runbooks/playbook/..%2Fa%3Fb%3Dc");
    }

    @Test
    void aWholeNumberMayBeWrittenAsADecimalAndNullCountsAsAbsent() throws IOException {
        AtomicReference<String> uri = new AtomicReference<>();
        Map<String, Object> arguments = new HashMap<>(Collections.singletonMap("service", null));
        arguments.put("limit", 5.0);
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            uri.set(exchange.getRequestURI().toASCIIString());
            ScriptedBackend.status(200, "{}").write(exchange);
        })) {
            client(backend.endpoints()).call("get_recent_logs", arguments);
        }
        assertThat(uri).hasValue("/logs/recent?limit=5");
    }

    @Test
    void aPortWithoutAListenerIsAFailureAsAValue() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }
        ToolResult result = client(ScriptedBackend.everywhere(port)).call("get_pod_status", Map.of());
        assertThat(result.isError()).isTrue();
        assertThat(result.errorType()).isEqualTo("connection_refused");
        assertThat(result.content())
                .isEqualTo("Tool get_pod_status: http://127.0.0.1:" + port
                        + "/pods/status can't be reached: the connection was refused.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBackendThatHangsBeforeOrAfterTheHeadersTimesOut(boolean afterHeaders) throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            if (afterHeaders) {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        })) {
            ToolResult result = new ToolClient(CATALOG, backend.endpoints(), KEY, Duration.ofMillis(200))
                    .call("get_error_rates", Map.of());
            assertThat(result.errorType()).isEqualTo("timeout");
            assertThat(result.content()).contains("/metrics/errors did not answer within 200 ms");
            released.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 503})
    void everyOtherStatusBecomesItsOwnErrorTypeWithTheBackendsReason(int status) throws IOException {
        try (ScriptedBackend backend =
                new ScriptedBackend(ScriptedBackend.status(status, "{\"detail\":\"because\"}"))) {
            ToolResult result = client(backend.endpoints()).call("get_node_status", Map.of());
            assertThat(result.errorType()).isEqualTo("http_" + status);
            assertThat(result.content()).contains("/nodes/status answered with status " + status + " (because).");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oops", "[1]", "{\"cut\":"})
    void anAnswerThatIsNoJsonObjectIsInvalid(String body) throws IOException {
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            exchange.sendResponseHeaders(200, body.isEmpty() ? -1 : body.length());
            exchange.getResponseBody().write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        })) {
            assertThat(client(backend.endpoints())
                            .call("get_pod_status", Map.of())
                            .errorType())
                    .isEqualTo("invalid_answer");
        }
    }

    @Test
    void anAnswerAboveTheLimitIsBrokenOff() throws IOException {
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            for (int i = 0; i <= ToolClient.MAX_ANSWER_BYTES / block.length; i++) {
                exchange.getResponseBody().write(block);
            }
        })) {
            assertThat(client(backend.endpoints())
                            .call("get_pod_status", Map.of())
                            .errorType())
                    .isEqualTo("answer_too_large");
        }
    }

    @Test
    void aConnectionThatBreaksIsAFailureAsAValue() throws IOException {
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('{');
            exchange.close();
        })) {
            assertThat(client(backend.endpoints())
                            .call("get_pod_status", Map.of())
                            .errorType())
                    .isEqualTo("connection_failed");
        }
    }

    @Test
    void anUnknownToolOrABadArgumentIsRefusedBeforeAnythingIsSent() {
        ToolClient nowhere = client(ScriptedBackend.everywhere(1));
        ToolResult unknown = nowhere.call("get_weather", Map.of());
        assertThat(unknown.errorType()).isEqualTo("unknown_tool");
        assertThat(unknown.content()).contains("get_weather");

        ToolResult bad = nowhere.call("get_cluster_events", Map.of("severity", "Fatal", "colour", "red"));
        assertThat(bad.errorType()).isEqualTo("invalid_arguments");
        assertThat(bad.content())
                .contains("parameter 'severity': must be one of Warning, Error, Normal")
                .contains("parameter 'colour': is unknown; get_cluster_events takes since, severity");
    }

    @Test
    void anInterruptedCallerKeepsItsInterruptFlag() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        try (ScriptedBackend backend = new ScriptedBackend(exchange -> {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        })) {
            Thread.currentThread().interrupt();
            ToolResult result = client(backend.endpoints()).call("get_pod_status", Map.of());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(result.errorType()).isEqualTo("interrupted");
            released.countDown();
        }
    }
}
