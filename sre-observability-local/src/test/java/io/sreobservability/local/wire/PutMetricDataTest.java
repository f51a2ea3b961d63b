package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.store.MetricValues;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
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
                .hasMessageContaining("PutMetricData, ListMetrics, GetMetricData");
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
}
