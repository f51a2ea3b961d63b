package io.sreobservability.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.wire.aws.sigv4.AccessKey;
import io.sreobservability.local.wire.aws.sigv4.AccessRules;
import io.sreobservability.local.wire.fault.Fault;
import io.sreobservability.local.wire.fault.FaultKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mode aws from end to end: what an account takes, what it refuses, and what the operator hears of it. */
class AwsModeTest extends AwsAccount {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "none"})
    void everythingArrivesSigned(String compression) {
        try (SreTelemetry telemetry = telemetry("OTEL_EXPORTER_OTLP_COMPRESSION", compression)) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertArrived(1, 1, 1);
            assertSettled(telemetry);
            assertThat(log.messages(Level.WARN)).isEmpty();
            assertThat(log.messages(Level.INFO))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("mode aws")
                            .contains("traces -> " + account().url())
                            .contains("region " + REGION)
                            .contains("namespace SREAgent/Production")
                            .contains("log group " + LOG_GROUP)
                            .doesNotContain(KEY.id())
                            .doesNotContain(KEY.secret()));
        }
    }

    private void assertArrived(int spans, int logs, int metrics) {
        assertThat(account().store().traces().counts().spans()).isEqualTo(spans);
        assertThat(account().store().logs().entries()).hasSize(logs);
        assertThat(account().store().metrics().data()).hasSize(metrics);
    }

    private void assertWarnedOnce(String... words) {
        assertThat(log.messages(Level.WARN))
                .filteredOn(line -> line.contains("cannot be delivered"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(words).doesNotContain(KEY.secret()));
    }

    @Test
    void aWrongSecretLosesEverythingAndSaysWhy() {
        credentials(KEY.id(), "another secret");
        try (SreTelemetry telemetry = telemetry()) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertArrived(0, 0, 0);
            assertSettled(telemetry);
            assertWarnedOnce("check AWS_SECRET_ACCESS_KEY");
            assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.REFUSED, 1L));
            assertThat(telemetry.failures(Signal.LOGS)).isEqualTo(Map.of(FailureKind.REFUSED, 1L));
            assertThat(telemetry.failures(Signal.METRICS)).isEqualTo(Map.of(FailureKind.REFUSED, 1L));
        }
    }

    @Test
    void withoutCredentialsNothingIsSentUnsigned() {
        noCredentials();
        try (SreTelemetry telemetry = telemetry("OTEL_METRICS_EXPORTER", "none")) {
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertWarnedOnce("no AWS credentials: set AWS_ACCESS_KEY_ID");
            assertThat(account().calledActions()).isEmpty();
            credentials(KEY.id(), KEY.secret());
            assertThat(telemetry.flush(PLENTY)).as("credentials may come later").isTrue();
            assertArrived(2, 0, 0);
        }
    }

    @Test
    void metricsWithoutCredentialsSaySoToo() {
        noCredentials();
        try (SreTelemetry telemetry = telemetry("OTEL_TRACES_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.failures(Signal.METRICS)).isEqualTo(Map.of(FailureKind.NO_CREDENTIALS, 1L));
            assertWarnedOnce("no AWS credentials: set AWS_ACCESS_KEY_ID");
        }
    }

    @Test
    void newCredentialsAreUsedWhenTheOldOnesEnd() {
        AccessKey ended = new AccessKey("AKIDOLD", "old", null, Instant.EPOCH);
        accountWith(StandInConfig.ephemeral().withAccess(AccessRules.strict(REGION, ended, KEY)));
        credentials(ended.id(), ended.secret());
        try (SreTelemetry telemetry = telemetry()) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            credentials(KEY.id(), KEY.secret());
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertArrived(2, 2, 1);
            assertSettled(telemetry);
        }
    }

    @Test
    void aSignatureForAnotherRegionIsRefused() {
        try (SreTelemetry telemetry = telemetry("AWS_REGION", "us-east-1")) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertArrived(0, 0, 0);
            assertSettled(telemetry);
            assertWarnedOnce("signed for another region; check AWS_REGION");
        }
    }

    @Test
    void anAccountWhoseClockIsFarAwayIsToldAsAClockThatIsOff() {
        accountWith(StandInConfig.ephemeral().withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1))));
        try (SreTelemetry telemetry = telemetry("OTEL_METRICS_EXPORTER", "none")) {
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertWarnedOnce("the clock of this machine is more than 15 minutes off");
            assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.REFUSED, 1L));
        }
    }

    @Test
    void withoutTransactionSearchTheFixIsTold() {
        accountWith(StandInConfig.ephemeral().withoutTransactionSearch());
        try (SreTelemetry telemetry = telemetry()) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertArrived(0, 1, 1);
            assertSettled(telemetry);
            assertWarnedOnce("aws xray update-trace-segment-destination --destination CloudWatchLogs");
        }
    }

    @Test
    void withoutTheLogGroupTheFixIsTold() {
        try (SreTelemetry telemetry = telemetry("SRE_OBSERVABILITY_LOG_GROUP", "/another/group")) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertArrived(1, 0, 1);
            assertSettled(telemetry);
            assertWarnedOnce("aws logs create-log-group");
        }
    }

    @Test
    void aRejectedItemCostsItselfOnly() {
        account().faults().plan(Fault.of(FaultKind.PARTIAL));
        // One request for both of each, because none leaves before the flush.
        try (SreTelemetry telemetry =
                telemetry("OTEL_BSP_SCHEDULE_DELAY", "60000", "OTEL_BLRP_SCHEDULE_DELAY", "60000")) {
            recordOneOfEach(telemetry);
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertArrived(1, 1, 1);
            assertSettled(telemetry);
            assertThat(telemetry.failures(Signal.SPANS)).isEqualTo(Map.of(FailureKind.REJECTED, 1L));
            assertThat(telemetry.failures(Signal.LOGS)).isEqualTo(Map.of(FailureKind.REJECTED, 1L));
        }
    }

    @Test
    void spansNameWhatXRayShallIndexAndNeverContent() {
        try (SreTelemetry telemetry = telemetry("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")) {
            Tracer tracer = telemetry.openTelemetry().getTracer("test");
            tracer.spanBuilder("tool.get_pods")
                    .setAttribute("sre.tool_name", "get_pods")
                    .setAttribute("sre.query", "why is it slow")
                    .setAttribute("sre.investigation_id", "investigation_0123456789abcdef")
                    .startSpan()
                    .end();
            tracer.spanBuilder("own")
                    .setAttribute("sre.tool_name", "get_pods")
                    .setAttribute(AttributeKey.stringArrayKey("aws.xray.annotations"), List.of("a.key"))
                    .startSpan()
                    .end();
            tracer.spanBuilder("nothing").startSpan().end();
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(annotations("tool.get_pods")).isEqualTo(List.of("sre.investigation_id", "sre.tool_name"));
            assertThat(annotations("own")).isEqualTo(List.of("a.key"));
            assertThat(annotations("nothing")).isNull();
        }
    }

    private @Nullable Object annotations(String spanName) {
        return account().store().traces().traces().stream()
                .flatMap(List::stream)
                .filter(span -> span.name().equals(spanName))
                .findFirst()
                .orElseThrow()
                .attributes()
                .values()
                .get("aws.xray.annotations");
    }

    @Test
    void metricsByOtlpAreSignedToo() {
        try (LoopbackReceiver receiver = new LoopbackReceiver();
                SreTelemetry telemetry =
                        telemetry("AWS_ENDPOINT_URL_CLOUDWATCH", receiver.url(), "OTEL_METRICS_EXPORTER", "otlp")) {
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertSettled(telemetry);
            assertThat(receiver.otlpMetrics()).hasSize(1);
            assertThat(receiver.authorizations())
                    .singleElement()
                    .asString()
                    .contains("/" + REGION + "/monitoring/aws4_request");
        }
    }

    @Test
    void errorsThatPassAreTriedAgain() {
        account().faults().plan(Fault.of(FaultKind.UNAVAILABLE).times(1));
        account().faults().plan(Fault.of(FaultKind.TOO_MANY).times(1).askingToWait(Duration.ZERO));
        try (SreTelemetry telemetry = telemetry("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")) {
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertArrived(1, 0, 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "INTERNAL_ERROR"})
    void whatIsTakenAfterATryThatMayHaveBeenTakenIsCounted(FaultKind fault) {
        account().faults().plan(Fault.of(fault).times(1));
        try (SreTelemetry telemetry = telemetry("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")) {
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertArrived(1, 0, 0);
            assertThat(telemetry.balances()).singleElement().satisfies(spans -> {
                assertThat(spans.delivered()).isEqualTo(1);
                assertThat(spans.possiblyDuplicated()).isEqualTo(1);
            });
            assertThat(log.messages(Level.WARN)).isEmpty();
        }
    }

    @Test
    void aTryThatMayHaveBeenTakenIsNotForgottenWhenAClearerOneFollows() {
        account().faults().plan(Fault.of(FaultKind.RESET).times(1));
        account().faults().plan(Fault.of(FaultKind.UNAVAILABLE).times(2));
        try (SreTelemetry telemetry = telemetry("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")) {
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(telemetry.balances())
                    .singleElement()
                    .satisfies(spans -> assertThat(spans.possiblyDuplicated()).isEqualTo(1));
        }
    }

    @Test
    void metricsThatMayHaveBeenTakenTwiceAreCountedByOtlpToo() {
        try (LoopbackReceiver receiver = new LoopbackReceiver();
                SreTelemetry telemetry =
                        telemetry("AWS_ENDPOINT_URL_CLOUDWATCH", receiver.url(), "OTEL_METRICS_EXPORTER", "otlp")) {
            receiver.breakAfterTakingOne();
            recordOneOfEach(telemetry);
            assertThat(telemetry.flush(PLENTY)).isTrue();
            assertThat(receiver.otlpMetrics()).hasSize(2);
            assertThat(telemetry.balances())
                    .filteredOn(balance -> balance.signal() == Signal.METRICS)
                    .singleElement()
                    .satisfies(metrics -> {
                        assertThat(metrics.delivered()).isEqualTo(1);
                        assertThat(metrics.possiblyDuplicated()).isEqualTo(1);
                    });
        }
    }

    @Test
    void aWaitThatWouldOutlastTheTimeIsNotBegun() {
        account().faults().plan(Fault.of(FaultKind.TOO_MANY).times(1).askingToWait(Duration.ofHours(1)));
        long begun = System.nanoTime();
        try (SreTelemetry telemetry = telemetry("OTEL_METRICS_EXPORTER", "none", "OTEL_LOGS_EXPORTER", "none")) {
            LocalTelemetry.endSpan(telemetry, "tool.get_pods");
            assertThat(telemetry.flush(PLENTY)).isFalse();
            assertThat(telemetry.balances())
                    .singleElement()
                    .satisfies(spans -> assertThat(spans.waiting().queued()).isEqualTo(1));
        }
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }
}
