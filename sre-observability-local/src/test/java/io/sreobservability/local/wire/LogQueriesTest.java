package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.query.Telemetry;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.MalformedQueryException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** Logs Insights queries by the AWS SDK's client for CloudWatch Logs. */
class LogQueriesTest {
    private static final long FROM = Telemetry.START.getEpochSecond();

    private static StandInServer server;
    private static CloudWatchLogsClient client;

    @BeforeAll
    static void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        client = Aws.logs(server);
        server.store()
                .traces()
                .add(Telemetry.span(1, "supervisor.investigate", 0, 900, Map.of("sre.user_id", "Alice")));
        server.store().traces().add(Telemetry.span(2, "tool.get_pod_status", 100, 200, Map.of()));
        server.store().logs().add(Telemetry.log(200, "INFO", "asked"));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void aQueryIsStartedAndItsCompleteAnswerFetched() {
        GetQueryResultsResponse answer =
                run("fields name, `attributes.sre.user_id` as user | sort startTimeUnixNano", "aws/spans", 10);

        assertThat(answer.statusAsString()).isEqualTo("Complete");
        assertThat(answer.results())
                .extracting(LogQueriesTest::shown)
                .containsExactly(
                        "name=supervisor.investigate user=Alice @ptr=" + Telemetry.TRACE + "/0000000000000001",
                        "name=tool.get_pod_status @ptr=" + Telemetry.TRACE + "/0000000000000002");
        assertThat(answer.statistics().recordsScanned()).isEqualTo(2);
        assertThat(run("fields name", "aws/spans", 1).results()).hasSize(1);
    }

    @Test
    void groupsAreNamedByTheirArnToo() {
        assertThat(run("stats count(*) as n", "arn:aws:logs:us-east-1:000000000000:log-group:/sre-agent/logs:*", 10)
                        .results())
                .extracting(LogQueriesTest::shown)
                .containsExactly("n=1");
    }

    @Test
    void aLogGroupHasWhatWasSentToItAndNoMore() {
        Http http = new Http(server);
        String body = "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"" + FROM
                + "000000000\",\"body\":{\"stringValue\":\"elsewhere\"}}]}]}]}";
        assertThat(http.send(http.request("/v1/logs")
                                .header("Content-Type", "application/json")
                                .header("x-aws-log-group", "/elsewhere")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(200);

        assertThat(run("fields body, @log", "/elsewhere", 10).results())
                .singleElement()
                .satisfies(row -> assertThat(shown(row)).startsWith("body=elsewhere @log=000000000000:/elsewhere "));
        assertThat(run("filter body = 'elsewhere'", "/sre-agent/logs", 10).results())
                .isEmpty();
        server.store().logGroups().addGroup("/empty");
        assertThat(run("fields body", "/empty", 10).results()).isEmpty();
        assertThat(client.getLogGroupFields(request -> request.logGroupName("/empty"))
                        .logGroupFields())
                .isEmpty();
    }

    @Test
    void aQueryThatIsNotAnsweredSaysWhereItIsWrong() {
        MalformedQueryException refused = catchThrowableOfType(
                MalformedQueryException.class, () -> run("fields name | pattern @message", "aws/spans", 10));

        assertThat(refused).hasMessageContaining("the command pattern is not supported");
        assertThat(refused.queryCompileError().location().startCharOffset()).isEqualTo(14);
        assertThat(refused.queryCompileError().location().endCharOffset()).isEqualTo(21);
        assertThatThrownBy(() -> run("fields name", "aws/span", 10)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> run("fields name", "aws/spans", 10_001)).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> client.startQuery(request -> request.queryString("SELECT 1")
                        .queryLanguage("SQL")
                        .startTime(1L)
                        .endTime(2L)))
                .hasMessageContaining("CWLI only");
    }

    @Test
    void aQueryThatHasEndedIsNotStoppedAndAnUnknownOneNotFound() {
        String id = client.startQuery(request -> request.logGroupName("aws/spans")
                        .queryString("fields name")
                        .startTime(FROM)
                        .endTime(FROM))
                .queryId();
        assertThatThrownBy(() -> client.stopQuery(request -> request.queryId(id)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> client.getQueryResults(request -> request.queryId("unknown")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void logGroupsAndTheirFieldsAreListed() {
        assertThat(client.describeLogGroups(request -> request.limit(1)).nextToken())
                .isEqualTo("1");
        assertThat(client.describeLogGroupsPaginator(request -> request.limit(1))
                        .logGroups())
                .extracting(LogGroup::logGroupName)
                .contains("/sre-agent/logs", "aws/spans")
                .isSorted();
        assertThat(client.getLogGroupFields(request -> request.logGroupName("aws/spans")).logGroupFields().stream()
                        .collect(Collectors.toMap(field -> field.name(), field -> field.percent())))
                .containsEntry("attributes.sre.user_id", 50)
                .containsEntry("events.0.attributes.exception.type", 100)
                .containsEntry("status.code", 100)
                .containsEntry("resource.attributes.service.name", 100);
    }

    @Test
    void theCommandLineGetsTheSameInJson() {
        Http http = new Http(server);
        JsonNode started = Http.tree(Aws.json(
                http,
                Aws.LOGS + "StartQuery",
                "{\"logGroupNames\":[\"aws/spans\"],\"startTime\":" + FROM + ",\"endTime\":" + (FROM + 1)
                        + ",\"queryString\":\"stats count(*) as n\"}"));
        JsonNode answer = Http.tree(Aws.json(http, Aws.LOGS + "GetQueryResults", started.toString()));

        assertThat(answer.get("results").toString()).isEqualTo("[[{\"field\":\"n\",\"value\":\"2\"}]]");
    }

    private static GetQueryResultsResponse run(String query, String group, int limit) {
        String id = client.startQuery(request -> request.logGroupIdentifiers(group)
                        .queryString(query)
                        .startTime(FROM)
                        .endTime(FROM + 1)
                        .limit(limit))
                .queryId();
        return client.getQueryResults(request -> request.queryId(id));
    }

    private static String shown(List<ResultField> row) {
        return row.stream().map(field -> field.field() + "=" + field.value()).collect(Collectors.joining(" "));
    }
}
