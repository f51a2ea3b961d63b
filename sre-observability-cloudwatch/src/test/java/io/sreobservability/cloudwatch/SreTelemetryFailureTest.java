package io.sreobservability.cloudwatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.metrics.LongCounter;
import io.sreobservability.cloudwatch.delivery.Balance;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Signal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the receiver does not take what is sent. */
class SreTelemetryFailureTest extends LocalTelemetry {

    @Test
    void aDeadEndpointWarnsOnceWithoutAStackTraceAndFlushSaysSo() {
        receiver.close();
        try (SreTelemetry telemetry = start(config())) {
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
                            .contains("spans: 0 lost, 1 still waiting")
                            .contains("log records: 0 lost, 1 still waiting")
                            .contains("metric points: 1 lost"));
            assertThat(log.events())
                    .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNull());
        }
    }

    @Test
    void aLossIsToldOnce() {
        receiver.answerOtlpWith(403);
        try (SreTelemetry telemetry = start(config())) {
            endSpan(telemetry, "a");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.REFUSED, 1L));
            assertThat(telemetry.flush(PLENTY)).isTrue();
        }
    }

    @Test
    void whatAnEndpointMissedArrivesWhenItIsBack() {
        receiver.answerOtlpWith(503);
        try (SreTelemetry telemetry = start(config())) {
            endSpan(telemetry, "during the outage");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.flush(PLENTY)).as("it still waits").isFalse();
            receiver.answerOtlpWith(200);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).hasSize(1);
        }
    }

    /** What load balancers and proxies answer for a receiver that is away. */
    @Test
    void everyStatusThatPassesIsWaitedFor() {
        try (SreTelemetry telemetry = start(config("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none"))) {
            for (int status : new int[] {408, 425, 429, 500, 502, 503, 504, 507, 520, 530}) {
                receiver.answerOtlpWith(status);
                endSpan(telemetry, "status " + status);
                assertThat(telemetry.flush(PLENTY)).isFalse();
                assertThat(telemetry.failures(Signal.SPANS))
                        .as("status %d", status)
                        .isEmpty();
            }
            receiver.answerOtlpWith(200);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).hasSize(10);
        }
    }

    @Test
    void anEndpointThatComesBackIsToldOnceToo() {
        receiver.answerOtlpWith(400);
        try (SreTelemetry telemetry = start(config())) {
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

    /** Without the budget each of the two calls would take 10 seconds and more. */
    @Test
    @Timeout(10)
    void aReceiverThatNeverAnswersHoldsUpNeitherFlushNorClose() {
        receiver.hang();
        Duration budget = Duration.ofMillis(300);
        SreTelemetry telemetry = start(config().withShutdownBudget(budget));
        endSpan(telemetry, "a");
        telemetry
                .openTelemetry()
                .getMeter("test")
                .counterBuilder("AgentRouting")
                .build()
                .add(1);
        assertThat(telemetry.flush(budget)).isFalse();
        telemetry.close();
        assertThat(log.messages(Level.WARN))
                .anySatisfy(line -> assertThat(line).contains("flush").contains("spans: 0 lost, 1 still waiting"))
                .anySatisfy(line -> assertThat(line).contains("shutdown").contains("spans: 1 lost"));
        assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.SHUT_DOWN, 1L));
    }

    @Test
    void metricsThatCannotBeCollectedAtTheEndAreSaidToBeMissing() {
        receiver.hang();
        SreTelemetry telemetry = start(config(
                        "OTEL_TRACES_EXPORTER",
                        "none",
                        "OTEL_LOGS_EXPORTER",
                        "none",
                        "OTEL_METRIC_EXPORT_INTERVAL",
                        "50")
                .withShutdownBudget(Duration.ofMillis(500)));
        LongCounter counter = telemetry
                .openTelemetry()
                .getMeter("test")
                .counterBuilder("AgentRouting")
                .build();
        counter.add(1);
        await().atMost(20, SECONDS).until(() -> !receiver.encodings().isEmpty());
        counter.add(1);
        telemetry.close();
        assertThat(log.messages(Level.WARN))
                .anySatisfy(line -> assertThat(line).contains("shutdown").contains("the time ran out"));
    }

    @Test
    void theInterruptFlagOfTheCallerStaysAsItIs() {
        try (SreTelemetry telemetry = start(config())) {
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
        SreTelemetry telemetry = start(config(
                        "OTEL_BSP_MAX_QUEUE_SIZE",
                        "4",
                        "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
                        "2",
                        "OTEL_METRICS_EXPORTER",
                        "none",
                        "OTEL_LOGS_EXPORTER",
                        "none")
                .withShutdownBudget(Duration.ofMillis(300)));
        try (telemetry) {
            for (int i = 0; i < 100; i++) {
                endSpan(telemetry, "span " + i);
            }
            assertThat(telemetry.flush(Duration.ofMillis(300))).isFalse();
            Balance spans = telemetry.balances().get(0);
            assertThat(spans.signal()).isEqualTo(Signal.SPANS);
            assertThat(spans.recorded()).isEqualTo(100);
            assertThat(spans.dropped()).isPositive();
            assertThat(spans.missing()).isZero();
            assertThat(telemetry.failures(Signal.SPANS)).containsKey(FailureKind.QUEUE_FULL);
        }
    }
}
