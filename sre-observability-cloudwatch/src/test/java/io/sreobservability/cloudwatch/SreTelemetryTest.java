package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.sreobservability.cloudwatch.delivery.Balance;
import io.sreobservability.cloudwatch.delivery.Signal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SreTelemetryTest {

    private static final Duration PLENTY = Duration.ofSeconds(20);

    private final LoopbackReceiver receiver = new LoopbackReceiver();
    private final LogCapture log = new LogCapture();

    @BeforeEach
    void forgetGlobal() {
        GlobalOpenTelemetry.resetForTest();
    }

    @AfterEach
    void close() {
        log.close();
        receiver.close();
        GlobalOpenTelemetry.resetForTest();
    }

    private TelemetryConfig config(String... more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SRE_OBSERVABILITY_MODE", "local");
        environment.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", receiver.url());
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return TelemetryConfig.fromEnvironment(environment);
    }

    private static void endSpan(SreTelemetry telemetry, String name) {
        telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder(name)
                .startSpan()
                .end();
    }

    @Test
    void aSpanALogRecordAndAMetricArriveThroughTheirWireFormats() {
        try (SreTelemetry telemetry = SreTelemetry.start(config("OTEL_SERVICE_NAME", "sre-agent"))) {
            Span span = telemetry
                    .openTelemetry()
                    .getTracer("test")
                    .spanBuilder("tool.get_pods")
                    .startSpan();
            telemetry
                    .openTelemetry()
                    .getLogsBridge()
                    .get("test")
                    .logRecordBuilder()
                    .setContext(Context.root().with(span))
                    .setSeverity(Severity.INFO)
                    .setBody("found 3 pods")
                    .emit();
            span.end();
            DoubleHistogram duration = telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .histogramBuilder("ToolExecution")
                    .setUnit("ms")
                    .build();
            Attributes dimensions = Attributes.of(
                    AttributeKey.stringKey("ToolName"), "get_pods", AttributeKey.stringKey("AgentName"), "kubernetes");
            duration.record(12.5, dimensions);
            duration.record(40, dimensions);

            assertThat(telemetry.flush(PLENTY)).isTrue();

            assertThat(receiver.spans()).singleElement().satisfies(received -> {
                assertThat(received.getName()).isEqualTo("tool.get_pods");
                assertThat(hex(received.getTraceId().toByteArray()))
                        .isEqualTo(span.getSpanContext().getTraceId());
            });
            assertThat(receiver.resourceSpans().get(0).getResource().getAttributesList())
                    .anySatisfy(attribute -> {
                        assertThat(attribute.getKey()).isEqualTo("service.name");
                        assertThat(attribute.getValue().getStringValue()).isEqualTo("sre-agent");
                    });
            assertThat(receiver.logs()).singleElement().satisfies(received -> {
                assertThat(received.getBody().getStringValue()).isEqualTo("found 3 pods");
                assertThat(hex(received.getTraceId().toByteArray()))
                        .isEqualTo(span.getSpanContext().getTraceId());
            });
            assertThat(receiver.requests()).singleElement().satisfies(request -> {
                assertThat(request.namespace()).isEqualTo("SREAgent/Production");
                assertThat(request.data()).singleElement().satisfies(datum -> {
                    assertThat(datum.name()).isEqualTo("ToolExecution");
                    assertThat(datum.unit()).isEqualTo("Milliseconds");
                    assertThat(datum.dimensions()).isEqualTo(Map.of("ToolName", "get_pods", "AgentName", "kubernetes"));
                    assertThat(datum.samples()).isEqualTo(Map.of(12.5, 1.0, 40.0, 1.0));
                });
            });
            assertThat(receiver.encodings()).contains("/v1/traces gzip", "/v1/logs gzip");
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void theStartUpLineNamesModeEndpointsRegionAndNamespaceAndNoSecret() {
        try (SreTelemetry telemetry = SreTelemetry.start(
                config("OTEL_EXPORTER_OTLP_HEADERS", "authorization=swordfish", "AWS_REGION", "eu-central-1"))) {
            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("mode local")
                            .contains("traces -> " + receiver.url())
                            .contains("logs -> " + receiver.url())
                            .contains("metrics -> " + receiver.url())
                            .contains("region eu-central-1")
                            .contains("namespace SREAgent/Production")
                            .doesNotContain("swordfish"));
            assertThat(telemetry.openTelemetry()).isNotNull();
        }
    }

    @Test
    void itIsTheGlobalOpenTelemetryFromTheStartOn() {
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            GlobalOpenTelemetry.getTracer("library")
                    .spanBuilder("library span")
                    .startSpan()
                    .end();
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).extracting(span -> span.getName()).containsExactly("library span");
        }
    }

    @Test
    void anEndedSpanLeavesByItself() {
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            endSpan(telemetry, "supervisor.investigate");
            await().atMost(20, SECONDS).until(() -> receiver.spans().size() == 1);
        }
    }

    @Test
    void onlyTraceparentIsPropagated() {
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            assertThat(telemetry
                            .openTelemetry()
                            .getPropagators()
                            .getTextMapPropagator()
                            .fields())
                    .containsExactlyInAnyOrder("traceparent", "tracestate");
        }
    }

    @Test
    void closingSendsWhatIsLeftMetricsIncluded() {
        SreTelemetry telemetry = SreTelemetry.start(config());
        endSpan(telemetry, "agent.logs.execute");
        telemetry
                .openTelemetry()
                .getMeter("test")
                .counterBuilder("AgentRouting")
                .setUnit("{count}")
                .build()
                .add(2);
        telemetry.close();
        telemetry.close();
        assertThat(receiver.spans()).hasSize(1);
        assertThat(receiver.data()).singleElement().satisfies(datum -> {
            assertThat(datum.unit()).isEqualTo("Count");
            assertThat(datum.sum()).isEqualTo(2);
        });
        assertThat(log.messages(Level.WARN)).noneMatch(line -> line.contains("shutdown"));
    }

    @Test
    void metricsAreTheChangeSinceTheLastFlush() {
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            var counter = telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .counterBuilder("AgentRouting")
                    .build();
            counter.add(2);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            counter.add(3);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.data()).extracting(PutMetricData.Datum::sum).containsExactly(2.0, 3.0);
        }
    }

    @Test
    void theStandardVariablesWin() {
        try (LoopbackReceiver other = new LoopbackReceiver();
                SreTelemetry telemetry = SreTelemetry.start(config(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", other.url(),
                        "OTEL_TRACES_SAMPLER", "always_off",
                        "OTEL_EXPORTER_OTLP_COMPRESSION", "none"))) {
            endSpan(telemetry, "unsampled");
            telemetry
                    .openTelemetry()
                    .getLogsBridge()
                    .get("test")
                    .logRecordBuilder()
                    .setBody("hello")
                    .emit();
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(other.spans()).isEmpty();
            assertThat(other.logs()).hasSize(1);
            assertThat(other.encodings()).containsExactly("/v1/logs null");
            assertThat(receiver.logs()).isEmpty();
        }
    }

    @Test
    void aFixedServiceNameWinsAndADefaultOneDoesNot() {
        TelemetryConfig shared = config("OTEL_SERVICE_NAME", "sre-agent");
        try (SreTelemetry telemetry = SreTelemetry.start(shared.withServiceName("logs-backend"))) {
            endSpan(telemetry, "a");
            telemetry.flush(PLENTY);
        }
        GlobalOpenTelemetry.resetForTest();
        try (SreTelemetry telemetry = SreTelemetry.start(shared.withDefaultServiceName("ignored"))) {
            endSpan(telemetry, "b");
            telemetry.flush(PLENTY);
        }
        GlobalOpenTelemetry.resetForTest();
        try (SreTelemetry telemetry = SreTelemetry.start(config().withDefaultServiceName("used"))) {
            endSpan(telemetry, "c");
            telemetry.flush(PLENTY);
        }
        assertThat(receiver.resourceSpans())
                .flatExtracting(resource -> resource.getResource().getAttributesList())
                .filteredOn(attribute -> attribute.getKey().equals("service.name"))
                .extracting(attribute -> attribute.getValue().getStringValue())
                .containsExactly("logs-backend", "sre-agent", "used");
    }

    @Test
    void aDeadEndpointWarnsOnceWithoutAStackTraceAndFlushSaysSo() {
        receiver.close();
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            endSpan(telemetry, "a");
            telemetry
                    .openTelemetry()
                    .getLogsBridge()
                    .get("test")
                    .logRecordBuilder()
                    .setBody("b")
                    .emit();
            telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .counterBuilder("AgentRouting")
                    .build()
                    .add(1);

            assertThat(telemetry.flush(PLENTY)).isFalse();

            assertThat(log.messages(Level.WARN))
                    .filteredOn(line -> line.contains("cannot be delivered"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(receiver.url()).contains("nobody answers there"));
            assertThat(log.messages(Level.WARN))
                    .filteredOn(line -> line.contains("flush"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("spans: 1 lost")
                            .contains("log records: 1 lost")
                            .contains("metric points: 1 lost"));
            assertThat(log.events())
                    .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNull());
            assertThat(telemetry.balances()).allSatisfy(balance -> {
                assertThat(balance.failed()).isEqualTo(1);
                assertThat(balance.waiting()).isZero();
            });

            assertThat(telemetry.flush(PLENTY)).as("a loss is told once").isTrue();
        }
    }

    @Test
    void anEndpointThatComesBackIsToldOnceToo() {
        receiver.answerOtlpWith(400);
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            endSpan(telemetry, "lost");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            receiver.answerOtlpWith(200);
            endSpan(telemetry, "arrives");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            endSpan(telemetry, "arrives, too");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(log.messages(Level.WARN))
                    .anySatisfy(line -> assertThat(line).contains("HTTP status 400"));
            assertThat(log.messages(Level.INFO))
                    .filteredOn(line -> line.contains("again"))
                    .hasSize(1);
        }
    }

    @Test
    void aReceiverThatNeverAnswersHoldsUpNeitherFlushNorClose() {
        receiver.hang();
        Duration budget = Duration.ofMillis(300);
        SreTelemetry telemetry = SreTelemetry.start(config().withShutdownBudget(budget));
        endSpan(telemetry, "a");
        telemetry
                .openTelemetry()
                .getMeter("test")
                .counterBuilder("AgentRouting")
                .build()
                .add(1);
        // Without the budget each of the two calls would take 10 seconds and more; the bound here only has to tell that
        // apart.
        long start = System.nanoTime();
        assertThat(telemetry.flush(budget)).isFalse();
        telemetry.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(log.messages(Level.WARN))
                .anySatisfy(line -> assertThat(line)
                        .contains("shutdown")
                        .contains("spans: 0 lost, 1 still waiting")
                        .contains("the time ran out"));
    }

    @Test
    void theInterruptFlagOfTheCallerStaysAsItIs() {
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            endSpan(telemetry, "a");
            Thread.currentThread().interrupt();
            boolean flushed = telemetry.flush(PLENTY);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(flushed).isTrue();
        }
    }

    @Test
    void whatTheFullQueueDropsIsMissedByTheFlush() {
        receiver.hang();
        SreTelemetry telemetry = SreTelemetry.start(config(
                "OTEL_BSP_MAX_QUEUE_SIZE", "4",
                "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "2",
                "OTEL_EXPORTER_OTLP_TIMEOUT", "200",
                "OTEL_METRICS_EXPORTER", "none",
                "OTEL_LOGS_EXPORTER", "none"));
        try (telemetry) {
            for (int i = 0; i < 100; i++) {
                endSpan(telemetry, "span " + i);
            }
            assertThat(telemetry.flush(PLENTY)).isFalse();
            Balance spans = telemetry.balances().get(0);
            assertThat(spans.signal()).isEqualTo(Signal.SPANS);
            assertThat(spans.recorded()).isEqualTo(100);
            assertThat(spans.dropped()).isPositive();
            assertThat(spans.failed() + spans.dropped()).isEqualTo(100);
        }
    }

    @Test
    void exportingIsNotTraced() {
        try (SreTelemetry telemetry = SreTelemetry.start(config("OTEL_METRIC_EXPORT_INTERVAL", "50"))) {
            telemetry
                    .openTelemetry()
                    .getMeter("test")
                    .gaugeBuilder("Level")
                    .buildWithCallback(level -> level.record(1));
            await().atMost(20, SECONDS).until(() -> receiver.requests().size() >= 5);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).isEmpty();
        }
    }

    @Test
    void modeNoneSendsNothingAndLeavesTheGlobalToTheApplication() {
        try (SreTelemetry telemetry = SreTelemetry.start(
                TelemetryConfig.fromEnvironment(Map.of("SRE_OBSERVABILITY_LOCAL_ENDPOINT", receiver.url())))) {
            endSpan(telemetry, "a");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(GlobalOpenTelemetry.isSet()).isFalse();
            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("mode none"));
        }
        assertThat(receiver.encodings()).isEmpty();
    }

    @Test
    void aProgramThatSetTheGlobalItselfIsWarnedAndServed() {
        GlobalOpenTelemetry.set(io.opentelemetry.api.OpenTelemetry.noop());
        try (SreTelemetry telemetry = SreTelemetry.start(config())) {
            endSpan(telemetry, "ours");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).hasSize(1);
            assertThat(log.messages(Level.WARN))
                    .filteredOn(line -> line.contains("GlobalOpenTelemetry"))
                    .hasSize(1);
        }
    }
}
