package io.sreobservability.sreagent.gateway;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.tool.ApiKey;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trace goes from the caller through the gateway to the backend, and believes only who brings the token. */
class GatewayTracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + PARENT + "-01";
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"k8s-api___get_pod_status\",\"arguments\":{}}}";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    private BackendServer backend;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        backend = BackendServer.start(
                BackendConfig.standard(ToolDomain.KUBERNETES, ApiKey.of("test-key"))
                        .withPort(0),
                telemetry);
        gateway = RunningGateway.before(
                Map.of(ToolDomain.KUBERNETES, backend.uri()), telemetry, UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
        telemetry.close();
    }

    /** The spans of one call by name. */
    private Map<String, SpanData> spans(int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> exporter.getFinishedSpanItems().size() >= count);
        return exporter.getFinishedSpanItems().stream().collect(toMap(SpanData::getName, span -> span));
    }

    @Test
    void httpHeadersCarryTheTraceThroughTheGatewayToTheBackend() throws Exception {
        gateway.raw(CALL, host(), "Authorization: Bearer test-token", "traceparent: " + TRACEPARENT);
        Map<String, SpanData> spans = spans(4);
        assertThat(spans.values()).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(chain(spans, "POST /mcp", "tools/call k8s-api___get_pod_status", "GET", "GET /pods/status"))
                .isEqualTo(PARENT);

        assertThat(spans.get("tools/call k8s-api___get_pod_status").getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(spans.get("tools/call k8s-api___get_pod_status")
                        .getAttributes()
                        .asMap())
                .containsEntry(AttributeKey.stringKey("mcp.method.name"), "tools/call")
                .containsEntry(AttributeKey.stringKey("gen_ai.tool.name"), "k8s-api___get_pod_status");
        assertThat(spans.get("POST /mcp").getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("http.request.method"), "POST")
                .containsEntry(AttributeKey.stringKey("http.route"), "/mcp")
                .containsEntry(AttributeKey.longKey("http.response.status_code"), 200L);
        assertThat(spans.get("GET").getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(spans.get("GET").getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("url.full"), backend.uri() + "/pods/status")
                .containsEntry(AttributeKey.longKey("http.response.status_code"), 200L);
    }

    /** Checks that each span is the parent of the next, and gives the first one's parent. */
    private static String chain(Map<String, SpanData> spans, String... names) {
        for (int i = 1; i < names.length; i++) {
            assertThat(spans.get(names[i]).getParentSpanId())
                    .as(names[i])
                    .isEqualTo(spans.get(names[i - 1]).getSpanId());
        }
        return spans.get(names[0]).getParentSpanId();
    }

    @Test
    void theTraceInMetaWinsAndTheHttpRequestIsLinked() {
        try (McpSyncClient client = gateway.client()) {
            exporter.reset();
            client.callTool(CallToolRequest.builder("k8s-api___get_pod_status")
                    .arguments(Map.of())
                    .meta(Map.of("traceparent", TRACEPARENT))
                    .build());
            Map<String, SpanData> spans = spans(4);
            assertThat(chain(spans, "tools/call k8s-api___get_pod_status", "GET", "GET /pods/status"))
                    .isEqualTo(PARENT);
            assertThat(spans.get("tools/call k8s-api___get_pod_status").getLinks())
                    .extracting(link -> link.getSpanContext().getSpanId())
                    .containsExactly(spans.get("POST /mcp").getSpanId());
        }
    }

    @Test
    void aStrangerGetsATraceOfItsOwnThatLinksToItsOwn() throws Exception {
        gateway.raw(CALL, host(), "Authorization: Bearer wrong", "traceparent: " + TRACEPARENT);
        SpanData span = spans(1).get("POST /mcp");
        assertThat(span.getTraceId()).isNotEqualTo(TRACE);
        assertThat(span.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(TRACE);
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(401);
    }

    @Test
    void ofBaggageOnlyTheInvestigationIdGoesOn() throws Exception {
        List<String> baggage = new CopyOnWriteArrayList<>();
        HttpServer recorder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        recorder.createContext("/", exchange -> {
            try (exchange) {
                baggage.addAll(exchange.getRequestHeaders().getOrDefault("baggage", List.of()));
                exchange.sendResponseHeaders(500, -1);
            }
        });
        recorder.start();
        URI address = URI.create("http://127.0.0.1:" + recorder.getAddress().getPort());
        try (RunningGateway other = RunningGateway.before(
                Map.of(ToolDomain.KUBERNETES, address), OpenTelemetry.noop(), UnaryOperator.identity())) {
            other.raw(
                    CALL,
                    "Host: localhost:" + other.port(),
                    "Authorization: Bearer test-token",
                    "traceparent: " + TRACEPARENT,
                    "baggage: sre.user_id=Alice,sre.investigation_id=investigation_4f1c2a9be07d3385,other=1");
        } finally {
            recorder.stop(0);
        }
        assertThat(baggage).containsExactly("sre.investigation_id=investigation_4f1c2a9be07d3385");
    }

    @Test
    void aBackendThatIsAwayMakesSpansOfErrorWithItsCode() throws Exception {
        backend.close();
        gateway.raw(CALL, host(), "Authorization: Bearer test-token");
        Map<String, SpanData> spans = spans(3);
        for (String name : List.of("tools/call k8s-api___get_pod_status", "GET")) {
            assertThat(spans.get(name).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(spans.get(name).getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("connection_refused");
        }
        assertThat(spans.get("POST /mcp").getStatus().getStatusCode())
                .as("the gateway answered")
                .isEqualTo(StatusCode.UNSET);
    }

    private String host() {
        return "Host: 127.0.0.1:" + gateway.port();
    }
}
