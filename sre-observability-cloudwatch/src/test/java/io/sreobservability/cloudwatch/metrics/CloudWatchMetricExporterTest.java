package io.sreobservability.cloudwatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.sreobservability.cloudwatch.LogCapture;
import io.sreobservability.cloudwatch.LoopbackReceiver;
import io.sreobservability.cloudwatch.LoopbackReceiver.Answer;
import io.sreobservability.cloudwatch.PutMetricData;
import io.sreobservability.cloudwatch.PutMetricData.Datum;
import io.sreobservability.cloudwatch.delivery.Balance;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Holdings;
import io.sreobservability.cloudwatch.delivery.Signal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** From SDK instruments to PutMetricData requests on a socket. */
@Timeout(60)
class CloudWatchMetricExporterTest {

    private static final double TOO_BIG = 0x1p361;

    private final LoopbackReceiver receiver = new LoopbackReceiver();
    private final ExporterLedger ledger = ExporterLedger.standalone(Signal.METRICS);

    @AfterEach
    void close() {
        receiver.close();
    }

    private CloudWatchMetricExporter exporter(InstantSource clock) {
        return new CloudWatchMetricExporter(
                new MetricClientSettings(URI.create(receiver.url()), "us-east-1", "SREAgent/Production"),
                ledger,
                new EndpointHealth(receiver.url(), clock),
                clock);
    }

    private interface Measurements {
        void record(Meter meter);
    }

    /** Records, exports once, and returns what was acknowledged. */
    private List<Datum> exported(Measurements measurements) {
        return exported(measurements, InstantSource.system());
    }

    private List<Datum> exported(Measurements measurements, InstantSource clock) {
        return exported(exporter(clock), measurements);
    }

    private List<Datum> exported(CloudWatchMetricExporter exporter, Measurements measurements) {
        InMemoryMetricReader reader = InMemoryMetricReader.create(exporter, exporter);
        try (SdkMeterProvider provider =
                SdkMeterProvider.builder().registerMetricReader(reader).build()) {
            measurements.record(provider.get("test"));
            exporter.export(reader.collectAllMetrics()).join(30, TimeUnit.SECONDS);
        }
        assertThat(exporter.shutdown().join(30, TimeUnit.SECONDS).isSuccess()).isTrue();
        return receiver.data();
    }

    @Test
    void levelsAndCountsArriveAsTheirValueWithTheirUnit() {
        List<Datum> data = exported(meter -> {
            meter.gaugeBuilder("Fill").setUnit("%").build().set(87.5);
            meter.counterBuilder("Escalations").setUnit("{count}").build().add(3);
            meter.upDownCounterBuilder("Open").setUnit("1").build().add(-2);
        });
        assertThat(data)
                .extracting(Datum::name, Datum::unit, Datum::samples)
                .containsExactlyInAnyOrder(
                        tuple("Fill", "Percent", Map.of(87.5, 1.0)),
                        tuple("Escalations", "Count", Map.of(3.0, 1.0)),
                        tuple("Open", "None", Map.of(-2.0, 1.0)));
    }

    @Test
    void theDimensionsAreTheAttributesExactly() {
        Attributes attributes = Attributes.builder()
                .put("AgentName", "kubernetes")
                .put("UserID", "Alice & Bob")
                .put("Retries", 3)
                .put("Cached", true)
                .build();
        assertThat(exported(meter -> meter.counterBuilder("Calls").build().add(1, attributes)))
                .singleElement()
                .satisfies(datum -> assertThat(datum.dimensions())
                        .isEqualTo(Map.of(
                                "AgentName", "kubernetes", "UserID", "Alice & Bob", "Retries", "3", "Cached", "true")));
    }

    @Test
    void nobodysCredentialsAreUsedForTheStandIn() {
        exported(meter -> meter.counterBuilder("Calls").build().add(1));
        assertThat(receiver.authorizations())
                .singleElement()
                .satisfies(header ->
                        assertThat(header).contains("Credential=local/").contains("/us-east-1/monitoring/"));
    }

    @Test
    void aValueThatCloudWatchRefusesCostsOnlyItself() {
        try (LogCapture log = new LogCapture()) {
            List<Datum> data = exported(meter -> {
                meter.gaugeBuilder("TooBig").build().set(TOO_BIG);
                meter.gaugeBuilder("TooSmall").build().set(0x1p-361);
                meter.gaugeBuilder("Zero").build().set(-0.0);
                meter.gaugeBuilder("Good").build().set(1);
            });
            assertThat(data).extracting(Datum::name).containsExactlyInAnyOrder("Zero", "Good");
            assertThat(ledger.balance()).isEqualTo(new Balance(Signal.METRICS, 4, 0, 2, 0, 0, 2, Holdings.NONE, 0));
            assertThat(log.messages(Level.WARN))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("range"));
        }
    }

    @Test
    void aHistogramLosesOnlyTheSamplesOutOfRange() {
        List<Datum> data = exported(meter -> {
            DoubleHistogram histogram =
                    meter.histogramBuilder("Duration").setUnit("ms").build();
            histogram.record(TOO_BIG);
            for (int i = 0; i < 9; i++) {
                histogram.record(10);
            }
        });
        assertThat(data)
                .singleElement()
                .satisfies(datum -> assertThat(datum.count()).isEqualTo(9));
        assertThat(ledger.balance().dropped()).isEqualTo(1);
    }

    @Test
    void pointsOutsideCloudWatchsTimeWindowAreDropped() {
        Measurements one = meter -> meter.counterBuilder("Calls").build().add(1);
        InstantSource twoWeeksOn =
                InstantSource.offset(InstantSource.system(), Duration.ofDays(14).plusMinutes(1));
        InstantSource twoHoursBack = InstantSource.offset(
                InstantSource.system(), Duration.ofHours(-2).minusMinutes(1));
        assertThat(exported(one, twoWeeksOn)).isEmpty();
        assertThat(exported(one, twoHoursBack)).isEmpty();
        assertThat(ledger.balance().dropped()).isEqualTo(2);
        assertThat(exported(one, InstantSource.offset(InstantSource.system(), Duration.ofDays(13))))
                .hasSize(1);
    }

    @Test
    void cumulativeCountsAreNotSentBecauseCloudWatchWouldAddThemUpAgain() {
        InMemoryMetricReader cumulative = InMemoryMetricReader.create();
        try (SdkMeterProvider provider =
                SdkMeterProvider.builder().registerMetricReader(cumulative).build()) {
            provider.get("test").counterBuilder("Calls").build().add(1);
            provider.get("test").histogramBuilder("Duration").build().record(1);
            provider.get("test").upDownCounterBuilder("Open").build().add(1);
            CloudWatchMetricExporter exporter = exporter(InstantSource.system());
            exporter.export(cumulative.collectAllMetrics()).join(30, TimeUnit.SECONDS);
            exporter.shutdown();
        }
        assertThat(receiver.data()).extracting(Datum::name).containsExactly("Open");
        assertThat(ledger.balance().dropped()).isEqualTo(2);
    }

    @Test
    void aLongExportIsCutIntoRequestsWithinTheLimits() {
        List<Datum> data = exported(meter -> {
            for (String name : List.of("First", "Second")) {
                meter.gaugeBuilder(name).buildWithCallback(gauge -> {
                    for (int i = 0; i < 1500; i++) {
                        gauge.record(i, Attributes.of(AttributeKey.stringKey("UserID"), "user " + i));
                    }
                });
            }
            DoubleHistogram wide = meter.histogramBuilder("Wide").build();
            for (int series = 0; series < 60; series++) {
                for (int octave = 0; octave < 159; octave++) {
                    wide.record(Math.scalb(1.7, octave), Attributes.of(AttributeKey.longKey("Series"), (long) series));
                }
            }
        });
        assertThat(data).hasSize(3000 + 2 * 60);
        assertThat(receiver.requests()).allSatisfy(request -> {
            assertThat(request.data()).hasSizeLessThanOrEqualTo(1000);
            assertThat(request.bodyBytes()).isLessThanOrEqualTo(1_000_000);
        });
        assertThat(ledger.balance().delivered()).isEqualTo(3060);
        assertThat(receiver.encodings()).contains("/ gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidParameterValue", "InvalidParameterValueException", "ValidationException"})
    void oneDatumThatCloudWatchRefusesCostsOnlyItselfInWhateverSpelling(String code) {
        receiver.answerMetricsWith(refusing(code));
        List<Datum> data = exported(meter -> count(meter, 101, number -> number == 0));
        assertThat(data).hasSize(100);
        assertThat(ledger.balance()).isEqualTo(new Balance(Signal.METRICS, 101, 0, 100, 0, 1, 0, Holdings.NONE, 0));
        assertThat(ledger.failures()).isEqualTo(Map.of(FailureKind.INVALID, 1L));
    }

    @Test
    void manyDataThatCloudWatchRefusesCostOnlyThemselves() {
        receiver.answerMetricsWith(refusing("InvalidParameterValue"));
        assertThat(exported(meter -> count(meter, 1000, number -> number % 33 == 5)))
                .hasSize(969);
        assertThat(ledger.failures()).isEqualTo(Map.of(FailureKind.INVALID, 31L));
    }

    private static Function<PutMetricData, Answer> refusing(String code) {
        return request -> request.data().stream().anyMatch(datum -> datum.name().startsWith("Bad"))
                ? Answer.error(400, code)
                : Answer.OK;
    }

    private static void count(Meter meter, int points, IntPredicate bad) {
        for (int i = 0; i < points; i++) {
            meter.counterBuilder((bad.test(i) ? "Bad" : "Good") + i).build().add(1);
        }
    }

    @Test
    void anErrorHalfwayCostsWhatItHitAndNotWhatWasDelivered() {
        AtomicBoolean thrown = new AtomicBoolean();
        CloudWatchMetricExporter exporter = new CloudWatchMetricExporter(
                new MetricClientSettings(URI.create(receiver.url()), "us-east-1", "SREAgent/Production", () -> {
                    if (receiver.requests().size() == 1 && thrown.compareAndSet(false, true)) {
                        throw new NoClassDefFoundError("a jar that somebody forgot");
                    }
                    return AwsBasicCredentials.create("local", "local");
                }),
                ledger,
                new EndpointHealth(receiver.url(), InstantSource.system()),
                InstantSource.system());
        assertThat(exported(exporter, meter -> count(meter, 2001, number -> false)))
                .hasSize(1001);
        assertThat(ledger.balance().delivered()).isEqualTo(1001);
        assertThat(ledger.failures()).isEqualTo(Map.of(FailureKind.OTHER, 1000L));
    }

    @Test
    void aRefusalThatIsNotAboutTheDataIsNotTriedInPieces() {
        receiver.answerMetricsWith(request -> Answer.error(403, "AccessDenied"));
        try (LogCapture log = new LogCapture()) {
            exported(meter -> {
                meter.counterBuilder("A").build().add(1);
                meter.counterBuilder("B").build().add(1);
            });
            assertThat(receiver.requests()).hasSize(1);
            assertThat(ledger.balance().failed()).isEqualTo(2);
            assertThat(log.messages(Level.WARN))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("HTTP status 403, AccessDenied"));
        }
    }

    @Test
    void sendingAgainAfterAServerErrorIsCountedAsPossiblyDuplicated() {
        AtomicInteger calls = new AtomicInteger();
        receiver.answerMetricsWith(
                request -> calls.incrementAndGet() == 1 ? Answer.error(500, "InternalServiceFault") : Answer.OK);
        exported(meter -> meter.counterBuilder("Calls").build().add(1));
        assertThat(ledger.balance()).isEqualTo(new Balance(Signal.METRICS, 1, 0, 1, 0, 0, 0, Holdings.NONE, 1));
    }

    @Test
    void sendingAgainAfterThrottlingIsNot() {
        AtomicInteger calls = new AtomicInteger();
        receiver.answerMetricsWith(
                request -> calls.incrementAndGet() == 1 ? Answer.error(400, "Throttling") : Answer.OK);
        exported(meter -> meter.counterBuilder("Calls").build().add(1));
        assertThat(receiver.requests()).hasSize(2);
        assertThat(ledger.balance()).isEqualTo(new Balance(Signal.METRICS, 1, 0, 1, 0, 0, 0, Holdings.NONE, 0));
    }

    @Test
    void anExportAfterTheEndIsCountedAndThrowsNothing() {
        InMemoryMetricReader reader = InMemoryMetricReader.createDelta();
        try (SdkMeterProvider provider =
                SdkMeterProvider.builder().registerMetricReader(reader).build()) {
            provider.get("test").counterBuilder("Calls").build().add(1);
            CloudWatchMetricExporter exporter = exporter(InstantSource.system());
            exporter.shutdown().join(10, TimeUnit.SECONDS);
            assertThat(exporter.export(reader.collectAllMetrics()).isSuccess()).isFalse();
            assertThat(exporter.shutdown().join(10, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }
        assertThat(ledger.balance()).isEqualTo(new Balance(Signal.METRICS, 1, 0, 0, 0, 0, 1, Holdings.NONE, 0));
    }
}
