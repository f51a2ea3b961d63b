package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Questions about metrics, by the AWS SDK's client (Query and XML) and as the AWS command line sends them (JSON). */
class MetricQueriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:10:00Z");
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static StandInServer server;
    private static CloudWatchClient client;

    @BeforeAll
    static void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        client = Aws.cloudWatch(server);
        client.putMetricData(request -> request.namespace("SRE")
                .metricData(
                        datum("Calls", 10).values(100.0, 900.0).counts(3.0, 1.0).build(),
                        datum("Calls", 70).value(50.0).build(),
                        datum("Errors", 70).value(1.0).build()));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static MetricDatum.Builder datum(String name, int second) {
        return MetricDatum.builder()
                .metricName(name)
                .unit(StandardUnit.MILLISECONDS)
                .timestamp(START.plusSeconds(second))
                .dimensions(Dimension.builder().name("AgentName").value("logs").build());
    }

    @Test
    void dataOfAMetricAnExpressionAndASearchComeInOneAnswer() {
        List<MetricDataResult> results = client.getMetricData(request -> request.startTime(START)
                        .endTime(NOW)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .metricDataQueries(
                                stat("calls", "Calls", "SampleCount"),
                                stat("errors", "Errors", "Sum"),
                                MetricDataQuery.builder()
                                        .id("rate")
                                        .expression("100 * errors / calls")
                                        .build(),
                                MetricDataQuery.builder()
                                        .id("all")
                                        .label("${PROP('Dim.AgentName')} of ${PROP('MetricName')}")
                                        .expression("SEARCH('{SRE,AgentName} MetricName=\"Calls\"', 'p75', 60)")
                                        .build()))
                .metricDataResults();

        assertThat(results).extracting(MetricDataResult::id).containsExactly("calls", "rate", "all");
        assertThat(results).extracting(MetricDataResult::label).containsExactly("Calls", "rate", "logs of Calls");
        assertThat(results)
                .extracting(MetricDataResult::values)
                .containsExactly(List.of(4.0, 1.0), List.of(100.0), List.of(100.0, 50.0));
        assertThat(results.get(1).timestamps()).containsExactly(START.plusSeconds(60));
        assertThat(results)
                .allSatisfy(result -> assertThat(result.statusCodeAsString()).isEqualTo("Complete"));
    }

    private static MetricDataQuery stat(String id, String metric, String statistic) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(!id.equals("errors"))
                .metricStat(stat -> stat.period(60)
                        .stat(statistic)
                        .metric(m -> m.namespace("SRE")
                                .metricName(metric)
                                .dimensions(Dimension.builder()
                                        .name("AgentName")
                                        .value("logs")
                                        .build())))
                .build();
    }

    @Test
    void theCommandLineGetsTheSameInJson() {
        HttpResponse<byte[]> response = Aws.json(
                new Http(server),
                Aws.CLOUDWATCH + "GetMetricData",
                "{\"StartTime\":1772366400,\"EndTime\":\"2026-03-01T12:10:00Z\",\"MetricDataQueries\":[{\"Id\":\"m\",\"MetricStat\":"
                        + "{\"Metric\":{\"Namespace\":\"SRE\",\"MetricName\":\"Calls\",\"Dimensions\":[{\"Name\":\"AgentName\","
                        + "\"Value\":\"logs\"}]},\"Period\":60,\"Stat\":\"Average\"},\"ReturnData\":true}]}");
        JsonNode result = Http.tree(response).at("/MetricDataResults/0");

        assertThat(result.get("Timestamps").toString()).isEqualTo("[1.77236646E9,1.7723664E9]");
        assertThat(result.get("Values").toString()).isEqualTo("[50.0,300.0]");
    }

    @Test
    void statisticsOfOneMetricComeTogether() {
        var answer = client.getMetricStatistics(request -> request.namespace("SRE")
                .metricName("Calls")
                .dimensions(Dimension.builder().name("AgentName").value("logs").build())
                .startTime(START)
                .endTime(NOW)
                .period(300)
                .statistics(Statistic.SUM, Statistic.MAXIMUM));
        var percentiles = client.getMetricStatistics(request -> request.namespace("SRE")
                .metricName("Calls")
                .dimensions(Dimension.builder().name("AgentName").value("logs").build())
                .startTime(START)
                .endTime(NOW)
                .period(300)
                .extendedStatistics("p50", "p99.9"));

        assertThat(answer.label()).isEqualTo("Calls");
        assertThat(answer.datapoints()).singleElement().satisfies(point -> {
            assertThat(point.timestamp()).isEqualTo(START);
            assertThat(point.sum()).isEqualTo(1_250);
            assertThat(point.maximum()).isEqualTo(900);
            assertThat(point.average()).isNull();
            assertThat(point.unit()).isEqualTo(StandardUnit.MILLISECONDS);
        });
        assertThat(percentiles.datapoints().get(0).extendedStatistics())
                .isEqualTo(Map.of("p50", 100.0, "p99.9", 900.0));
    }

    @Test
    void metricsAreListedByNameAndDimension() {
        assertThat(client.listMetrics(request -> request.namespace("SRE").metricName("Errors"))
                        .metrics())
                .singleElement()
                .satisfies(
                        metric -> assertThat(metric.dimensions().get(0).value()).isEqualTo("logs"));
        assertThat(client.listMetrics(request -> request.dimensions(filter("AgentName", null)))
                        .metrics())
                .hasSize(2);
        assertThat(client.listMetrics(request -> request.dimensions(filter("AgentName", "x")))
                        .metrics())
                .isEmpty();
        assertThat(client.listMetrics(request -> request.recentlyActive("PT3H")).metrics())
                .hasSize(2);
    }

    private static DimensionFilter filter(String name, String value) {
        return DimensionFilter.builder().name(name).value(value).build();
    }

    @Test
    void manyMetricsAreListedPageByPage() throws Exception {
        try (StandInServer other =
                        StandInServer.start(StandInConfig.ephemeral().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
                CloudWatchClient asking = Aws.cloudWatch(other)) {
            asking.putMetricData(request -> request.namespace("Many")
                    .metricData(IntStream.range(0, 700)
                            .mapToObj(i -> datum("m" + i, 10).value(1.0).build())
                            .toList()));

            assertThat(asking.listMetricsPaginator().stream()
                            .mapToInt(page -> page.metrics().size()))
                    .containsExactly(500, 200);
        }
    }

    @Test
    void whatIsWrongWithARequestIsSaid() {
        assertThatThrownBy(() -> client.getMetricData(request -> request.startTime(START)
                        .endTime(NOW)
                        .metricDataQueries(MetricDataQuery.builder()
                                .id("e")
                                .expression("SUM(")
                                .build())))
                .isInstanceOf(CloudWatchException.class)
                .hasMessageContaining("Error in expression 'e': unexpected end at position 5")
                .satisfies(e -> assertThat(
                                ((CloudWatchException) e).awsErrorDetails().errorCode())
                        .isEqualTo("ValidationError"));
        assertThatThrownBy(() -> client.getMetricData(request ->
                        request.startTime(START).endTime(NOW).metricDataQueries(stat("m", "Calls", "tm(10:90)"))))
                .hasMessageContaining("The value tm(10:90) for parameter MetricDataQueries.member.1.MetricStat.Stat");
        assertThatThrownBy(() -> client.getMetricData(
                        request -> request.startTime(NOW).endTime(START).metricDataQueries(stat("m", "Calls", "Sum"))))
                .hasMessageContaining("StartTime must be less than");
        assertThatThrownBy(() -> client.getMetricStatistics(request -> request.namespace("SRE")
                        .metricName("Calls")
                        .startTime(START.minusSeconds(86_400 * 10))
                        .endTime(NOW)
                        .period(60)
                        .statistics(Statistic.SUM)))
                .hasMessageContaining("exceeds the limit of 1440");
        assertThatThrownBy(() -> client.getMetricStatistics(request -> request.namespace("SRE")
                        .metricName("Calls")
                        .startTime(START)
                        .endTime(NOW)
                        .period(61)
                        .statistics(Statistic.SUM)))
                .hasMessageContaining("Period must be");
    }
}
