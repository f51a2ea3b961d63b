package com.example.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sreobservability.aspects.SreObservability;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the woven classes record, seen through an OpenTelemetry SDK that keeps everything in memory. */
class HelloAgentTest {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .build();
    private final HelloAgent agent = new HelloAgent(new Memory(), new PodTool());

    @BeforeEach
    void record() {
        SreObservability.install(telemetry);
        SreObservability.setCaptureContent(false);
    }

    @AfterEach
    void stop() {
        SreObservability.setCaptureContent(false);
        telemetry.close();
    }

    @Test
    void oneCallIsOneTraceOfAgentMemoryAndTool() {
        agent.diagnose("Alice", "session-1", "web-app");

        SpanData root = span("agent.hello.execute");
        assertThat(root.getParentSpanContext().isValid()).isFalse();
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("memory.retrieve", "tool.get_pod_status", "agent.hello.execute");
        assertThat(List.of(span("memory.retrieve"), span("tool.get_pod_status")))
                .allSatisfy(child -> assertThat(child.getParentSpanId()).isEqualTo(root.getSpanId()));
    }

    @Test
    void attributesComeFromNameParametersAndResult() {
        agent.diagnose("Alice", "session-1", "web-app");

        assertThat(attributes("agent.hello.execute"))
                .containsEntry("sre.agent_type", "hello")
                .containsEntry("gen_ai.operation.name", "invoke_agent")
                .containsEntry("sre.user_id", "Alice")
                .containsEntry("session.id", "session-1");
        assertThat(attributes("tool.get_pod_status"))
                .containsEntry("sre.tool_name", "get_pod_status")
                .containsEntry("gen_ai.tool.name", "get_pod_status");
        assertThat(attributes("memory.retrieve"))
                .containsEntry("memory.strategy", "infrastructure")
                .containsEntry("memory.namespace", "/sre/infrastructure/web-app")
                .containsEntry("memory.results_count", 1L);
    }

    @Test
    void spansBelowTheAgentInheritWhoAsked() {
        agent.diagnose("Alice", "session-1", "web-app");

        assertThat(attributes("tool.get_pod_status"))
                .containsEntry("sre.user_id", "Alice")
                .containsEntry("sre.session_id", "session-1")
                .containsEntry("sre.agent_type", "hello");
    }

    @Test
    void contentIsPrivateUntilItIsSwitchedOn() {
        agent.diagnose("Alice", "session-1", "web-app");
        assertThat(attributes("agent.hello.execute")).doesNotContainKey("sre.query");
        assertThat(attributes("tool.get_pod_status")).doesNotContainKey("sre.tool_params");

        spans.reset();
        SreObservability.setCaptureContent(true);
        agent.diagnose("Alice", "session-1", "web-app");
        assertThat(attributes("agent.hello.execute")).containsEntry("sre.query", "web-app");
        assertThat(attributes("tool.get_pod_status")).containsEntry("sre.tool_params", "{\"pod\":\"web-app\"}");
    }

    @Test
    void aFailedCallIsAnErrorOfTheToolOnly() {
        String answer = agent.diagnose("Alice", "session-1", "no-such-pod");

        assertThat(answer).isEqualTo("I cannot tell about no-such-pod: There is no such pod.");
        assertThat(span("tool.get_pod_status").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attributes("tool.get_pod_status")).containsEntry("error.type", "java.lang.IllegalArgumentException");
        assertThat(span("agent.hello.execute").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void durationsAndErrorsAreMetricsWithTheDimensionsOfTheStandard() {
        agent.diagnose("Alice", "session-1", "web-app");
        agent.diagnose("Alice", "session-1", "no-such-pod");

        Map<String, MetricData> recorded =
                metrics.collectAllMetrics().stream().collect(Collectors.toMap(MetricData::getName, metric -> metric));
        assertThat(calls(recorded.get("AgentInvocation"), Map.of("AgentName", "hello", "UserID", "Alice")))
                .isEqualTo(2);
        assertThat(calls(recorded.get("ToolExecution"), Map.of("ToolName", "get_pod_status", "AgentName", "hello")))
                .isEqualTo(2);
        assertThat(calls(
                        recorded.get("MemoryOperation"), Map.of("Operation", "retrieve", "Strategy", "infrastructure")))
                .isEqualTo(2);
        assertThat(recorded.get("ComponentError").getLongSumData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getValue()).isEqualTo(1))
                .extracting(HelloAgentTest::dimensions)
                .isEqualTo(Map.of(
                        "Component", "tool",
                        "Name", "get_pod_status",
                        "ErrorType", "java.lang.IllegalArgumentException"));
    }

    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No span " + name + " in " + spans.getFinishedSpanItems()));
    }

    private Map<String, Object> attributes(String span) {
        return byName(span(span).getAttributes().asMap());
    }

    private static long calls(MetricData metric, Map<String, Object> dimensions) {
        return metric.getHistogramData().getPoints().stream()
                .filter(point -> byName(point.getAttributes().asMap()).equals(dimensions))
                .mapToLong(HistogramPointData::getCount)
                .sum();
    }

    private static Map<String, Object> dimensions(LongPointData point) {
        return byName(point.getAttributes().asMap());
    }

    private static Map<String, Object> byName(Map<AttributeKey<?>, Object> attributes) {
        return attributes.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
    }
}
