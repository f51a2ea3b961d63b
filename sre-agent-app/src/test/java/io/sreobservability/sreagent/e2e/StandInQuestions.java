package io.sreobservability.sreagent.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.Signal;
import io.sreobservability.cloudwatch.metrics.CloudWatchMetricExporter;
import io.sreobservability.cloudwatch.metrics.MetricClientSettings;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.query.dashboard.MetricWidget;
import io.sreobservability.local.query.metrics.MetricDataQuery.Expression;
import io.sreobservability.local.query.metrics.MetricDataQuery.Stat;
import io.sreobservability.sreagent.e2e.InProcessSystem.Run;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** A stand-in that gets what runs left by the exporters of the product, and is asked by AWS's own clients. */
final class StandInQuestions implements AutoCloseable {
    private static final Duration AROUND = Duration.ofHours(1);

    private final StandInServer server;
    private final OtlpHttpSpanExporter spans;
    private final CloudWatchMetricExporter metrics;
    private final CloudWatchClient cloudWatch;
    private final CloudWatchLogsClient logs;

    StandInQuestions() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        spans = OtlpHttpSpanExporter.builder()
                .setEndpoint(server.url() + "/v1/traces")
                .build();
        metrics = new CloudWatchMetricExporter(
                new MetricClientSettings(URI.create(server.url()), "us-east-1", "SREAgent/Production"),
                ExporterLedger.standalone(Signal.METRICS),
                new EndpointHealth(server.url(), InstantSource.system()),
                InstantSource.system());
        cloudWatch = client(CloudWatchClient.builder());
        logs = client(CloudWatchLogsClient.builder());
    }

    private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
        return builder.endpointOverride(URI.create(server.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    void send(Run run) {
        assertDone(spans.export(run.spans()));
        assertDone(metrics.export(run.metrics()));
    }

    private static void assertDone(CompletableResultCode export) {
        assertThat(export.join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
    }

    /** The rows of a Logs Insights query, by column. */
    List<Map<String, String>> rows(String query) {
        Instant now = Instant.now();
        String id = logs.startQuery(request -> request.queryString(query)
                        .startTime(now.minus(AROUND).getEpochSecond())
                        .endTime(now.plus(AROUND).getEpochSecond()))
                .queryId();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<ResultField> fields :
                logs.getQueryResults(request -> request.queryId(id)).results()) {
            Map<String, String> row = new LinkedHashMap<>();
            fields.forEach(field -> row.put(field.field(), field.value()));
            row.remove("@ptr");
            rows.add(row);
        }
        return rows;
    }

    /** The time series of a metric widget. */
    List<MetricDataResult> series(JsonNode properties) throws Exception {
        List<MetricDataQuery> queries = MetricWidget.queries(properties).stream()
                .map(StandInQuestions::query)
                .toList();
        Instant now = Instant.now();
        return cloudWatch
                .getMetricData(request -> request.metricDataQueries(queries)
                        .startTime(now.minus(AROUND))
                        .endTime(now.plus(AROUND)))
                .metricDataResults();
    }

    private static MetricDataQuery query(io.sreobservability.local.query.metrics.MetricDataQuery query) {
        MetricDataQuery.Builder builder =
                MetricDataQuery.builder().id(query.id()).label(query.label()).returnData(query.returned());
        if (query.source() instanceof Stat stat) {
            List<Dimension> dimensions = stat.metric().dimensions().entrySet().stream()
                    .map(dimension -> Dimension.builder()
                            .name(dimension.getKey())
                            .value(dimension.getValue())
                            .build())
                    .toList();
            return builder.metricStat(asked -> asked.period(stat.periodSeconds())
                            .stat(stat.statistic().label())
                            .metric(metric -> metric.namespace(stat.metric().namespace())
                                    .metricName(stat.metric().name())
                                    .dimensions(dimensions)))
                    .build();
        }
        return builder.expression(((Expression) query.source()).text()).build();
    }

    @Override
    public void close() {
        spans.shutdown();
        metrics.shutdown();
        cloudWatch.close();
        logs.close();
        server.close();
    }
}
