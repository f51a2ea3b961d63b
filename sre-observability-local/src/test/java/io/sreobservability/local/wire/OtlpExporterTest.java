package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exporters that applications use, against the server. */
class OtlpExporterTest {
    private static final Resource SERVICE =
            Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "sre-agent"));

    private StandInServer server;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        http = new Http(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void aTraceSentByTheOtlpExporterIsReadBackWhole(String compression) {
        String traceId;
        try (SdkTracerProvider provider = tracerProvider(exporter(compression))) {
            var tracer = provider.get("opentelemetry.instrumentation.sre-observability");
            Span root = tracer.spanBuilder("supervisor.investigate").startSpan();
            Span tool = tracer.spanBuilder("tool.get_pod_status")
                    .setParent(Context.root().with(root))
                    .setSpanKind(SpanKind.CLIENT)
                    .setAttribute("sre.tool_name", "get_pod_status")
                    .setAttribute("sre.attempt", 2)
                    .setAttribute("memory.cache_hit", true)
                    .setAttribute("ratio", 0.5)
                    .setAttribute(AttributeKey.stringArrayKey("list"), List.of("a", "b"))
                    .startSpan();
            tool.addEvent("exception", Attributes.of(AttributeKey.stringKey("exception.type"), "Timeout"));
            tool.setStatus(StatusCode.ERROR, "no answer");
            tool.end();
            root.end();
            traceId = root.getSpanContext().getTraceId();
            assertThat(provider.forceFlush().join(10, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }

        JsonNode spans = http.json("/api/traces/" + traceId).get("spans");
        assertThat(spans).hasSize(2);
        JsonNode root = spans.get(0);
        assertThat(root.get("name").asText()).isEqualTo("supervisor.investigate");
        assertThat(root.get("parentSpanId").isNull()).isTrue();
        assertThat(root.get("kind").asText()).isEqualTo("INTERNAL");
        assertThat(root.get("status").asText()).isEqualTo("UNSET");
        assertThat(root.get("service").asText()).isEqualTo("sre-agent");
        assertThat(root.get("scope").asText()).isEqualTo("opentelemetry.instrumentation.sre-observability");
        assertThat(root.at("/resource/service.name").asText()).isEqualTo("sre-agent");
        JsonNode tool = spans.get(1);
        assertThat(tool.get("parentSpanId")).isEqualTo(root.get("spanId"));
        assertThat(tool.get("kind").asText()).isEqualTo("CLIENT");
        assertThat(tool.get("status").asText()).isEqualTo("ERROR");
        assertThat(tool.get("statusMessage").asText()).isEqualTo("no answer");
        assertThat(tool.get("durationNano").asLong())
                .isEqualTo(tool.get("endUnixNano").asLong()
                        - tool.get("startUnixNano").asLong());
        assertThat(tool.get("attributes").toString())
                .isEqualTo("{\"sre.tool_name\":\"get_pod_status\",\"sre.attempt\":2,\"memory.cache_hit\":true,"
                        + "\"ratio\":0.5,\"list\":[\"a\",\"b\"]}");
        assertThat(tool.at("/events/0/name").asText()).isEqualTo("exception");
        assertThat(tool.at("/events/0/attributes/exception.type").asText()).isEqualTo("Timeout");
    }

    @Test
    void spansExportedTwiceAreKeptOnceAndCounted() {
        SpanExporter real = exporter("none");
        SpanExporter twice = new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                return CompletableResultCode.ofAll(List.of(real.export(spans), real.export(spans)));
            }

            @Override
            public CompletableResultCode flush() {
                return real.flush();
            }

            @Override
            public CompletableResultCode shutdown() {
                return real.shutdown();
            }
        };
        try (SdkTracerProvider provider = tracerProvider(twice)) {
            provider.get("test").spanBuilder("agent.logs.execute").startSpan().end();
            assertThat(provider.forceFlush().join(10, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }

        assertThat(http.json("/api/traces").at("/traces/0/spanCount").asInt()).isEqualTo(1);
        assertThat(http.json("/health").at("/traces/duplicateSpans").asLong()).isEqualTo(1);
    }

    @Test
    void aLogRecordIsFoundByItsTrace() {
        OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                .setEndpoint(server.url() + "/v1/logs")
                .setCompression("gzip")
                .build();
        Span span;
        try (SdkTracerProvider traces = tracerProvider(exporter("none"));
                SdkLoggerProvider logs = SdkLoggerProvider.builder()
                        .setResource(SERVICE)
                        .addLogRecordProcessor(
                                BatchLogRecordProcessor.builder(exporter).build())
                        .build()) {
            span = traces.get("test").spanBuilder("supervisor.investigate").startSpan();
            logs.get("test")
                    .logRecordBuilder()
                    .setContext(Context.root().with(span))
                    .setSeverity(Severity.WARN)
                    .setBody("p95 is 3x the baseline")
                    .setAttribute(AttributeKey.stringKey("sre.investigation_id"), "investigation_0123456789abcdef")
                    .setTimestamp(1_800_000_000, TimeUnit.SECONDS)
                    .emit();
            logs.get("test").logRecordBuilder().setBody("outside of any trace").emit();
            span.end();
            assertThat(logs.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
        }

        String traceId = span.getSpanContext().getTraceId();
        JsonNode records = http.json("/api/logs?traceId=" + traceId).get("records");
        assertThat(records).hasSize(1);
        assertThat(records.get(0).toString())
                .isEqualTo(
                        "{\"timeUnixNano\":1800000000000000000,\"severity\":\"WARN\",\"body\":\"p95 is 3x the baseline\","
                                + "\"traceId\":\"" + traceId + "\",\"spanId\":\""
                                + span.getSpanContext().getSpanId() + "\",\"service\":\"sre-agent\","
                                + "\"attributes\":{\"sre.investigation_id\":\"investigation_0123456789abcdef\"}}");
        assertThat(http.json("/api/logs").get("records")).hasSize(2);
    }

    @Test
    void metricsByOtlpAreRefusedCountedAndToldWhatToSet() {
        byte[] request = ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .addScopeMetrics(ScopeMetrics.newBuilder()
                                .addMetrics(Metric.newBuilder()
                                        .setGauge(Gauge.newBuilder()
                                                .addDataPoints(NumberDataPoint.getDefaultInstance())
                                                .addDataPoints(NumberDataPoint.getDefaultInstance())))
                                .addMetrics(Metric.newBuilder()
                                        .setSum(Sum.newBuilder().addDataPoints(NumberDataPoint.getDefaultInstance())))))
                .build()
                .toByteArray();
        HttpResponse<byte[]> protobuf = http.post("/v1/metrics", "application/x-protobuf", request);
        assertThat(protobuf.statusCode()).isEqualTo(404);
        assertThat(protobuf.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
        HttpResponse<byte[]> json = http.post(
                "/v1/metrics",
                "application/json",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"summary\":{\"dataPoints\":[{}]}}]}]}]}");
        assertThat(Http.tree(json).get("message").asText())
                .startsWith("1 metric points refused")
                .contains("OTEL_METRICS_EXPORTER=cloudwatch", "OTEL_METRICS_EXPORTER=none");
        assertThat(http.json("/health").at("/metrics/refused").asLong()).isEqualTo(4);
        assertThat(server.store().metrics().data()).isEmpty();
    }

    private OtlpHttpSpanExporter exporter(String compression) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(server.url() + "/v1/traces")
                .setCompression(compression)
                .build();
    }

    private static SdkTracerProvider tracerProvider(SpanExporter exporter) {
        return SdkTracerProvider.builder()
                .setResource(SERVICE)
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }
}
