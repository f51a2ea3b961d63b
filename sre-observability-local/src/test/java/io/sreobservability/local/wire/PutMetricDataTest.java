package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.store.MetricValues;
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
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/** Metrics by the AWS SDK's client (Query and XML), and as the AWS command line sends them (JSON). */
class PutMetricDataTest {
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

    @Test
    void aDistributionKeepsItsValuesCountsUnitAndDimensions() {
        put(datum -> datum.metricName("ToolExecution")
                .unit(StandardUnit.MILLISECONDS)
                .timestamp(NOW.minusSeconds(30))
                .dimensions(dimension("ToolName", "get_pod_status"), dimension("AgentName", "kubernetes"))
                .values(12.5, 800.0)
                .counts(3.0, 1.0));

        assertThat(http.json("/api/metrics?namespace=SREAgent%2FProduction&name=ToolExecution")
                        .toString())
                .isEqualTo("{\"metrics\":[{\"namespace\":\"SREAgent/Production\",\"name\":\"ToolExecution\","
                        + "\"dimensions\":{\"AgentName\":\"kubernetes\",\"ToolName\":\"get_pod_status\"},"
                        + "\"unit\":\"Milliseconds\",\"data\":[{\"timestamp\":1772366370,\"values\":[12.5,800.0],"
                        + "\"counts\":[3.0,1.0]}]}]}");
    }

    @Test
    void eachDimensionSetIsASeriesOfItsOwn() {
        client.putMetricData(request -> request.namespace(NAMESPACE)
                .metricData(
                        named("AgentInvocation")
                                .value(1.0)
                                .dimensions(dimension("AgentName", "logs"))
                                .build(),
                        named("AgentInvocation")
                                .value(2.0)
                                .dimensions(dimension("AgentName", "logs"), dimension("UserID", "Alice"))
                                .build(),
                        named("AgentInvocation")
                                .value(3.0)
                                .dimensions(dimension("AgentName", "logs"))
                                .build()));

        JsonNode metrics = http.json("/api/metrics").get("metrics");
        assertThat(metrics).hasSize(2);
        assertThat(metrics.get(0).at("/data").toString())
                .isEqualTo("[{\"timestamp\":1772366400,\"values\":[1.0],\"counts\":[1.0]},"
                        + "{\"timestamp\":1772366400,\"values\":[3.0],\"counts\":[1.0]}]");
        assertThat(metrics.get(1).at("/dimensions/UserID").asText()).isEqualTo("Alice");
    }

    @Test
    void aStatisticSetStaysOne() {
        put(datum -> datum.metricName("Set")
                .statisticValues(
                        set -> set.sampleCount(2.0).sum(5.0).minimum(1.0).maximum(4.0)));

        assertThat(http.json("/api/metrics").at("/metrics/0/data/0").toString())
                .isEqualTo("{\"timestamp\":1772366400,\"statistics\":{\"sampleCount\":2.0,\"sum\":5.0,\"minimum\":1.0,"
                        + "\"maximum\":4.0}}");
    }

    @Test
    void aRequestOverOneMegabyteIsTakenIfItIsBelowThatCompressed() {
        List<Double> values = IntStream.range(0, 150).mapToObj(i -> i + 0.25).toList();
        List<Double> counts = Collections.nCopies(150, 2.0);
        List<MetricDatum> data = IntStream.range(0, 200)
                .mapToObj(
                        i -> named("metric_" + i).values(values).counts(counts).build())
                .toList();
        // 60,000 numbers, each with a name of over 30 characters; the SDK compresses from 10 KiB on.
        client.putMetricData(request -> request.namespace(NAMESPACE).metricData(data));

        assertThat(server.store().metrics().data())
                .hasSize(200)
                .allSatisfy(
                        datum -> assertThat(datum.values()).isEqualTo(new MetricValues.Distribution(values, counts)));
    }

    @Test
    void jsonFromTheCommandLineIsTheSameRequest() {
        HttpResponse<byte[]> response = Aws.json(
                http,
                Aws.CLOUDWATCH + "PutMetricData",
                "{\"Namespace\":\"SREAgent/Production\",\"MetricData\":[{\"MetricName\":\"MemoryCacheHit\",\"Value\":1,"
                        + "\"Unit\":\"Count\",\"Timestamp\":1772366399.5,"
                        + "\"Dimensions\":[{\"Name\":\"Strategy\",\"Value\":\"infrastructure\"}]}]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.0");
        assertThat(Http.text(response)).isEqualTo("{}");
        assertThat(http.json("/api/metrics").at("/metrics/0").toString())
                .isEqualTo("{\"namespace\":\"SREAgent/Production\",\"name\":\"MemoryCacheHit\","
                        + "\"dimensions\":{\"Strategy\":\"infrastructure\"},\"unit\":\"Count\","
                        + "\"data\":[{\"timestamp\":1772366399,\"values\":[1.0],\"counts\":[1.0]}]}");
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

    @Test
    void anErrorToAJsonCallerIsJson() {
        HttpResponse<byte[]> response = Aws.json(
                http,
                Aws.CLOUDWATCH + "PutMetricData",
                "{\"Namespace\":\"n\",\"MetricData\":[{\"MetricName\":\"m\",\"Value\":\"NaN\"}]}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.tree(response).get("__type").asText())
                .isEqualTo("com.amazonaws.cloudwatch#InvalidParameterValueException");
        assertThat(Http.tree(response).get("message").asText()).contains("MetricData.member.1.Value must be a number");
        assertThat(response.headers().firstValue("x-amzn-query-error")).hasValue("InvalidParameterValue;Sender");
    }

    @Test
    void anUnknownOperationIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> client.describeAlarms())
                .isInstanceOf(CloudWatchException.class)
                .hasMessageContaining("DescribeAlarms")
                .hasMessageContaining("PutMetricData, PutDashboard");
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
