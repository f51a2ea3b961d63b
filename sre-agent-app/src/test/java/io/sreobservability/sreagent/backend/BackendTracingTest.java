package io.sreobservability.sreagent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One server span per request, in the caller's trace. */
class BackendTracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();

    @AfterEach
    void close() {
        telemetry.close();
    }

    private RunningBackend backend(UnaryOperator<BackendConfig> change) throws IOException {
        return RunningBackend.of(ToolDomain.RUNBOOKS, telemetry, change);
    }

    private SpanData onlySpan() {
        // The span ends a moment after the answer has arrived.
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !exporter.getFinishedSpanItems().isEmpty());
        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    @Test
    void aRequestJoinsTheTraceOfItsCaller() throws Exception {
        try (RunningBackend backend = backend(UnaryOperator.identity())) {
            RunningBackend.send(backend.request("/runbooks/playbook/volcano?")
                    .header("X-API-Key", "test-key")
                    .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01"));
            SpanData span = onlySpan();
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo(PARENT);
            assertThat(span.getName()).isEqualTo("GET /runbooks/playbook/{playbook_id}");
            assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
            assertThat(span.getStatus().getStatusCode())
                    .as("a 404 is the caller's error")
                    .isEqualTo(StatusCode.UNSET);
            assertThat(span.getAttributes().asMap())
                    .containsEntry(AttributeKey.stringKey("http.request.method"), "GET")
                    .containsEntry(AttributeKey.stringKey("http.route"), "/runbooks/playbook/{playbook_id}")
                    .containsEntry(AttributeKey.stringKey("url.path"), "/runbooks/playbook/volcano")
                    .containsEntry(AttributeKey.stringKey("url.scheme"), "http")
                    .containsEntry(AttributeKey.longKey("http.response.status_code"), 404L)
                    .containsEntry(AttributeKey.stringKey("server.address"), "127.0.0.1")
                    .containsEntry(AttributeKey.longKey("server.port"), (long)
                            backend.server().port())
                    .hasSize(7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-" + TRACE + "-" + PARENT,
                "00-00000000000000000000000000000000-" + PARENT + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-" + PARENT + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
                "00-" + TRACE + "-" + PARENT + "-01-extra"
            })
    void aMalformedTraceparentStartsANewTrace(String traceparent) throws Exception {
        try (RunningBackend backend = backend(UnaryOperator.identity())) {
            assertThat(RunningBackend.send(backend.request("/")
                                    .header("X-API-Key", "test-key")
                                    .header("traceparent", traceparent))
                            .status())
                    .isEqualTo(200);
            assertThat(onlySpan().getTraceId()).isNotEqualTo(TRACE);
            assertThat(onlySpan().getParentSpanId()).isEqualTo(SpanId.getInvalid());
        }
    }

    @Test
    void twoTraceparentsAreAsGoodAsNone() throws Exception {
        try (RunningBackend backend = backend(UnaryOperator.identity())) {
            RunningBackend.send(backend.request("/")
                    .header("X-API-Key", "test-key")
                    .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                    .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01"));
            assertThat(onlySpan().getTraceId()).isNotEqualTo(TRACE);
        }
    }

    @Test
    void aCallerWithoutTheKeyGetsATraceOfItsOwnThatLinksToTheCallers() throws Exception {
        try (RunningBackend backend = backend(UnaryOperator.identity())) {
            RunningBackend.send(backend.request("/").header("traceparent", "00-" + TRACE + "-" + PARENT + "-01"));
            SpanData span = onlySpan();
            assertThat(span.getTraceId()).isNotEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
            assertThat(span.getLinks())
                    .extracting(link -> link.getSpanContext().getTraceId())
                    .containsExactly(TRACE);
        }
    }

    @Test
    void refusalsAreTracedTooAndAnUnknownPathHasNoRoute() throws Exception {
        try (RunningBackend backend = backend(UnaryOperator.identity())) {
            RunningBackend.send(backend.request("/no/such/path"));
            SpanData span = onlySpan();
            assertThat(span.getName()).isEqualTo("GET");
            assertThat(span.getAttributes().asMap())
                    .containsEntry(AttributeKey.longKey("http.response.status_code"), 401L)
                    .doesNotContainKey(AttributeKey.stringKey("http.route"));
        }
    }

    @Test
    void aMethodThatIsNoneIsNotTakenIntoTheName() throws Exception {
        try (RunningBackend backend = backend(UnaryOperator.identity())) {
            backend.raw(
                    "FROBNICATE / HTTP/1.1",
                    "Host: localhost:" + backend.server().port());
            SpanData span = onlySpan();
            assertThat(span.getName()).isEqualTo("HTTP /");
            assertThat(span.getAttributes().get(AttributeKey.stringKey("http.request.method")))
                    .isEqualTo("_OTHER");
        }
    }

    @Test
    void anInternalFailureMakesTheSpanAnError(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("dataset.json"), "{\"incident_end\":\"2024-01-15T14:30:00Z\"}");
        Files.writeString(folder.resolve("logs/application.jsonl"), "{\"level\":\"ERROR\"}");
        try (RunningBackend backend =
                RunningBackend.of(ToolDomain.LOGS, telemetry, config -> config.withDataFolder(folder))) {
            backend.get("/logs/patterns");
            SpanData span = onlySpan();
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("500");
        }
    }
}
