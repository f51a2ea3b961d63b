package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.wire.fault.Fault;
import io.sreobservability.local.wire.fault.FaultKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mode collector: everything by OTLP, unsigned, metrics in the form that CloudWatch can use at the other end. */
class CollectorModeTest extends LocalTelemetry {

    @Test
    void everythingArrivesByOtlp() {
        try (SreTelemetry telemetry =
                start(config("SRE_OBSERVABILITY_MODE", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url()))) {
            AwsAccount.recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.spans()).hasSize(1);
            assertThat(receiver.logs()).hasSize(1);
            assertThat(receiver.requests()).isEmpty();
            assertThat(receiver.authorizations()).containsOnly("null");
            assertThat(receiver.otlpMetrics()).singleElement().satisfies(metric -> {
                assertThat(metric.getName()).isEqualTo("ToolExecution");
                assertThat(metric.getExponentialHistogram().getAggregationTemporality())
                        .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
            });
            AwsAccount.assertSettled(telemetry);
            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).contains("mode collector").contains("metrics -> " + receiver.url()));
        }
    }

    @Test
    void aCollectorThatRefusesIsInTheBooks() {
        receiver.answerOtlpWith(400);
        try (SreTelemetry telemetry =
                start(config("SRE_OBSERVABILITY_MODE", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url()))) {
            AwsAccount.recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            AwsAccount.assertSettled(telemetry);
            assertThat(telemetry.balances())
                    .allSatisfy(balance -> assertThat(balance.failed()).isEqualTo(1));
        }
    }

    @Test
    void whatACollectorRejectsInPartIsInTheBooks() throws Exception {
        try (StandInServer collector = StandInServer.start(StandInConfig.ephemeral());
                SreTelemetry telemetry = start(config(
                        "SRE_OBSERVABILITY_MODE", "collector",
                        "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                        "OTEL_METRICS_EXPORTER", "none",
                        // One request for both of each, because none leaves before the flush.
                        "OTEL_BSP_SCHEDULE_DELAY", "60000",
                        "OTEL_BLRP_SCHEDULE_DELAY", "60000"))) {
            collector.faults().plan(Fault.of(FaultKind.PARTIAL));
            AwsAccount.recordOneOfEach(telemetry);
            AwsAccount.recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.REJECTED, 1L));
            assertThat(telemetry.failures(Signal.LOGS)).isEqualTo(Map.of(FailureKind.REJECTED, 1L));
            assertThat(telemetry.balances())
                    .allSatisfy(balance -> assertThat(balance.delivered()).isOne());
        }
    }

    @Test
    void metricsDoNotGoPastTheCollector() {
        assertThatExceptionOfType(TelemetryConfigException.class)
                .isThrownBy(() -> start(
                                config("SRE_OBSERVABILITY_MODE", "collector", "OTEL_METRICS_EXPORTER", "cloudwatch"))
                        .close())
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("OTEL_METRICS_EXPORTER"));
    }
}
