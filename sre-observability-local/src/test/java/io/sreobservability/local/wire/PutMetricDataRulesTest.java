package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;

/** The documented rules of PutMetricData, seen through the AWS SDK's client. */
class PutMetricDataRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String NAMESPACE = "SREAgent/Production";

    private StandInServer server;
    private Http http;
    private CloudWatchClient client;

    @BeforeEach
    void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        http = new Http(server);
        client = Aws.cloudWatch(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    static Stream<Arguments> invalidData() {
        List<Dimension> tooMany = new ArrayList<>();
        IntStream.range(0, 31).forEach(i -> tooMany.add(dimension("d" + i, "v")));
        return Stream.of(
                invalid(
                        "MetricName must be 1 to 255",
                        d -> d.metricName("x".repeat(256)).value(1.0)),
                invalid(
                        "Dimensions must not have a size greater than 30",
                        d -> d.value(1.0).dimensions(tooMany)),
                invalid("Dimensions.member.1.Name must contain only ASCII", dimensioned("Größe", "v")),
                invalid("Dimensions.member.1.Name must not begin with a colon", dimensioned(":a", "v")),
                invalid("Dimensions.member.1.Name must be 1 to 255", dimensioned("n".repeat(256), "v")),
                invalid("Dimensions.member.1.Value must be 1 to 1024", dimensioned("n", "v".repeat(1_025))),
                invalid("Dimensions.member.1.Value must have a character", dimensioned("n", "  ")),
                invalid("Dimensions.member.1.Value must contain only ASCII", dimensioned("n", "a\u0007b")),
                invalid(
                        "Dimensions.member.2.Name must not repeat",
                        d -> d.value(1.0).dimensions(dimension("a", "1"), dimension("a", "2"))),
                invalid("Values must not have a size greater than 150", d -> d.values(Collections.nCopies(151, 1.0))),
                invalid(
                        "Counts must be of the same size",
                        d -> d.values(1.0, 2.0).counts(1.0)),
                invalid(
                        "Counts.member.2 must not be negative",
                        d -> d.values(1.0, 2.0).counts(1.0, -1.0)),
                invalid("Values.member.2 must be a number", d -> d.values(1.0, Double.NaN)),
                invalid("Value must be 0 or within", d -> d.value(Double.POSITIVE_INFINITY)),
                invalid("Value must be 0 or within", d -> d.value(Math.scalb(-1.0, 361))),
                invalid("Value must be 0 or within", d -> d.value(Math.scalb(1.0, -361))),
                invalid(
                        "Timestamp must specify a time within the past two weeks",
                        d -> d.value(1.0)
                                .timestamp(NOW.minus(Duration.ofDays(14)).minusSeconds(1))),
                invalid(
                        "Timestamp must specify a time no more than two hours in the future",
                        d -> d.value(1.0)
                                .timestamp(NOW.plus(Duration.ofHours(2)).plusSeconds(1))),
                invalid("Unit must be one of", d -> d.value(1.0).unit("ms")),
                invalid("StorageResolution must be 1 or 60", d -> d.value(1.0).storageResolution(30)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidData")
    void aDatumAgainstTheRulesFailsTheWholeRequest(String message, Consumer<MetricDatum.Builder> bad) {
        MetricDatum.Builder datum = named("bad");
        bad.accept(datum);

        assertThatExceptionOfType(InvalidParameterValueException.class)
                .isThrownBy(() -> client.putMetricData(request -> request.namespace(NAMESPACE)
                        .metricData(named("good").value(1.0).build(), datum.build())))
                .withMessageContaining("MetricData.member.2." + message);
        assertThat(server.store().metrics().data()).isEmpty();
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        List<Dimension> thirty = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> thirty.add(dimension("d" + i, "v".repeat(1_024))));
        put(d -> d.metricName("m".repeat(255))
                .dimensions(thirty)
                .values(0.0, Math.scalb(1.0, 360), Math.scalb(-1.0, -360))
                .storageResolution(1)
                .timestamp(NOW.minus(Duration.ofDays(14))));
        put(d -> d.metricName("m").value(1.0).timestamp(NOW.plus(Duration.ofHours(2))));

        assertThat(server.store().metrics().data()).hasSize(2);
    }

    @Test
    void missingAndContradictingParametersAreTold() {
        assertThatThrownBy(() -> put(datum -> datum.metricName("none")))
                .isInstanceOf(MissingRequiredParameterException.class)
                .hasMessageContaining("MetricData.member.1.Value");
        assertThatThrownBy(() -> put(datum -> datum.value(1.0)))
                .isInstanceOf(MissingRequiredParameterException.class)
                .hasMessageContaining("MetricData.member.1.MetricName is required");
        assertThatThrownBy(() -> client.putMetricData(request -> request.namespace(NAMESPACE)))
                .isInstanceOf(MissingRequiredParameterException.class)
                .hasMessageContaining("MetricData is required");
        assertThatThrownBy(
                        () -> put(datum -> datum.metricName("both").value(1.0).values(2.0)))
                .isInstanceOf(InvalidParameterCombinationException.class)
                .hasMessageContaining("mutually exclusive");
        assertThatThrownBy(
                        () -> put(datum -> datum.metricName("counts").value(1.0).counts(2.0)))
                .isInstanceOf(InvalidParameterCombinationException.class)
                .hasMessageContaining("Counts can only be used with");
    }

    @Test
    void aNamespaceAgainstTheRulesIsRefused() {
        for (String namespace : List.of(":a", "AWS/Mine", "n".repeat(256), "Größe")) {
            assertThatThrownBy(() -> client.putMetricData(request -> request.namespace(namespace)
                            .metricData(named("m").value(1.0).build())))
                    .isInstanceOf(InvalidParameterValueException.class)
                    .hasMessageContaining("Namespace must");
        }
    }

    @Test
    void moreThanAThousandMetricsAreRefused() {
        List<MetricDatum> data =
                Collections.nCopies(1_001, named("m").value(1.0).build());
        assertThatThrownBy(() -> client.putMetricData(
                        request -> request.namespace(NAMESPACE).metricData(data)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("MetricData must not have a size greater than 1000");
    }

    @Test
    void moreThanOneMegabyteIsRefused() {
        HttpResponse<byte[]> response =
                Aws.query(http, "Action=PutMetricData&Version=2010-08-01&Namespace=" + "n".repeat(1024 * 1024));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Http.text(response)).contains("<Code>RequestEntityTooLarge</Code>");
    }

    private void put(Consumer<MetricDatum.Builder> datum) {
        MetricDatum.Builder builder = MetricDatum.builder();
        datum.accept(builder);
        client.putMetricData(request -> request.namespace(NAMESPACE).metricData(builder.build()));
    }

    private static MetricDatum.Builder named(String name) {
        return MetricDatum.builder().metricName(name);
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private static Consumer<MetricDatum.Builder> dimensioned(String name, String value) {
        return datum -> datum.value(1.0).dimensions(dimension(name, value));
    }

    private static Arguments invalid(String message, Consumer<MetricDatum.Builder> datum) {
        return Arguments.of(message, datum);
    }
}
