package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardResponse;

/** Dashboards by the AWS SDK's client, and as JSON. */
class DashboardsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BODY = """
            {"periodOverride": "inherit", "widgets": [
              {"type": "metric", "x": 0, "y": 0, "width": 12, "height": 6, "properties": {
                "region": "us-east-1", "title": "p95 < 5 s & \\"more\\"", "view": "timeSeries", "stacked": false, "period": 60,
                "metrics": [["SREAgent/Production", "AgentInvocation", "AgentName", "logs", {"stat": "p95"}],
                            ["...", "metrics"], [".", "ToolExecution", ".", "logs"],
                            [{"expression": "SUM(METRICS())"}]]}},
              {"type": "log", "x": 12, "y": 0, "width": 12, "height": 6, "properties": {
                "region": "us-east-1", "view": "table", "query": "SOURCE 'aws/spans' | fields name"}},
              {"type": "text", "properties": {"markdown": "# Für alle €"}},
              {"type": "alarm", "properties": {"alarms": ["arn:aws:cloudwatch:us-east-1:1:alarm:a"]}}]}""";

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
    void aDashboardIsReadBackAsItWasPut() {
        assertThat(put(BODY).dashboardValidationMessages()).isEmpty();

        var read = client.getDashboard(request -> request.dashboardName("sre"));
        assertThat(read.dashboardBody()).isEqualTo(BODY);
        assertThat(read.dashboardArn()).endsWith(":dashboard/sre");
        var entry = client.listDashboards(request -> request.dashboardNamePrefix("s"))
                .dashboardEntries()
                .get(0);
        assertThat(entry.dashboardName()).isEqualTo("sre");
        assertThat(entry.lastModified()).isEqualTo(NOW);
        assertThat(entry.size()).isGreaterThan(BODY.length());
        assertThat(client.listDashboards(request -> request.dashboardNamePrefix("x"))
                        .dashboardEntries())
                .isEmpty();
        assertThat(http.json("/api/dashboards").toString())
                .isEqualTo("{\"dashboards\":[{\"name\":\"sre\",\"lastModified\":\"2026-03-01T12:00:00Z\"}]}");
        assertThat(http.json("/api/dashboards/sre")
                        .at("/body/widgets/2/properties/markdown")
                        .asText())
                .isEqualTo("# Für alle €");
        assertThat(http.get("/api/dashboards/other").statusCode()).isEqualTo(404);
    }

    @Test
    void theCommandLineReadsAndPutsTheSameInJson() {
        put(BODY);
        var read = Http.tree(Aws.json(http, Aws.CLOUDWATCH + "GetDashboard", "{\"DashboardName\":\"sre\"}"));
        assertThat(read.get("DashboardBody").asText()).isEqualTo(BODY);
        var list = Http.tree(Aws.json(http, Aws.CLOUDWATCH + "ListDashboards", ""));
        assertThat(list.at("/DashboardEntries/0/LastModified").asDouble()).isEqualTo((double) NOW.getEpochSecond());

        HttpResponse<byte[]> refused =
                Aws.json(http, Aws.CLOUDWATCH + "PutDashboard", "{\"DashboardName\":\"sre\",\"DashboardBody\":\"{}\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.tree(refused).get("__type").asText())
                .isEqualTo("com.amazonaws.cloudwatch#DashboardInvalidInputError");
        assertThat(Http.tree(refused)
                        .at("/dashboardValidationMessages/0/DataPath")
                        .asText())
                .isEqualTo("/widgets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|not json",
                "|[]",
                "|{\"widgets\":[]} x",
                "/widgets|{\"widgets\":{}}",
                "/periodOverride|{\"widgets\":[],\"periodOverride\":\"never\"}",
                "/widgets/0|{\"widgets\":[1]}",
                "/widgets/0/type|{\"widgets\":[{\"type\":\"heatmap\",\"properties\":{}}]}",
                "/widgets/0/properties|{\"widgets\":[{\"type\":\"text\"}]}",
                "/widgets/0/properties/markdown|{\"widgets\":[{\"type\":\"text\",\"properties\":{}}]}",
                "/widgets/0|{\"widgets\":[{\"type\":\"text\",\"x\":1,\"properties\":{\"markdown\":\"m\"}}]}",
                "/widgets/0|{\"widgets\":[{\"type\":\"text\",\"x\":20,\"y\":0,\"properties\":{\"markdown\":\"m\"}}]}",
                "/widgets/0/x|{\"widgets\":[{\"type\":\"text\",\"x\":-1,\"y\":0,\"properties\":{\"markdown\":\"m\"}}]}",
                "/widgets/0/width|{\"widgets\":[{\"type\":\"text\",\"width\":25,\"properties\":{\"markdown\":\"m\"}}]}",
                "/widgets/0/height|{\"widgets\":[{\"type\":\"text\",\"height\":0,\"properties\":{\"markdown\":\"m\"}}]}",
                "/widgets/0/properties/region|{\"widgets\":[{\"type\":\"log\",\"properties\":{\"query\":\"SOURCE 'a'\"}}]}",
                "/widgets/0/properties/query|{\"widgets\":[{\"type\":\"log\",\"properties\":{\"region\":\"r\",\"query\":\"fields a\"}}]}",
                "/widgets/0/properties/alarms|{\"widgets\":[{\"type\":\"alarm\",\"properties\":{}}]}",
                "/widgets/0/properties|{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"r\"}}]}",
                "/widgets/0/properties/view|{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"r\",\"metrics\":[],\"view\":\"heatmap\"}}]}",
                "/widgets/0/properties/period|{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"r\",\"metrics\":[],\"period\":90}}]}",
                "/widgets/0/properties/yAxis/left|{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"r\",\"metrics\":[],\"view\":\"gauge\"}}]}",
                "/widgets/0/properties/metrics/0|{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"r\",\"metrics\":[[\"n\",\"m\",\"d\"]]}}]}",
            })
    void anInvalidBodyIsNotSavedAndTheMessageNamesThePlace(String path, String body) {
        var error = catchThrowableOfType(DashboardInvalidInputErrorException.class, () -> put(body));

        assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterInput");
        assertThat(error.dashboardValidationMessages()).singleElement().satisfies(message -> {
            assertThat(message.dataPath()).isEqualTo(path == null ? "" : path);
            assertThat(message.message()).isNotEmpty();
        });
        assertThat(http.json("/api/dashboards").get("dashboards")).isEmpty();
    }

    @Test
    void anUnknownMemberIsAWarningAndTheDashboardIsSaved() {
        PutDashboardResponse response = put("{\"widgets\":[],\"titel\":\"x\"}");
        assertThat(response.dashboardValidationMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.dataPath()).isEqualTo("/titel"));
        assertThat(http.json("/api/dashboards").get("dashboards")).hasSize(1);
    }

    @Test
    void aNameAgainstTheRulesIsRefused() {
        assertThatThrownBy(() -> client.putDashboard(
                        request -> request.dashboardName("my dashboard").dashboardBody(BODY)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("DashboardName must be");
    }

    @Test
    void dashboardsAreDeletedAllOrNone() {
        put(BODY);
        assertThatThrownBy(() -> client.deleteDashboards(request -> request.dashboardNames("sre", "other")))
                .isInstanceOf(DashboardNotFoundErrorException.class);
        assertThat(client.listDashboards().dashboardEntries()).hasSize(1);

        client.deleteDashboards(request -> request.dashboardNames("sre"));
        assertThat(client.listDashboards().dashboardEntries()).isEmpty();
        assertThatThrownBy(() -> client.getDashboard(request -> request.dashboardName("sre")))
                .isInstanceOf(DashboardNotFoundErrorException.class);
    }

    private PutDashboardResponse put(String body) {
        return client.putDashboard(request -> request.dashboardName("sre").dashboardBody(body));
    }
}
