package io.sreobservability.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Saved queries by the AWS SDK's client for CloudWatch Logs. */
class QueryDefinitionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private StandInServer server;
    private Http http;
    private CloudWatchLogsClient client;

    @BeforeEach
    void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        http = new Http(server);
        client = Aws.logs(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aSavedQueryIsDescribedAndShown() {
        String id = put("SRE/slowest tools", "fields name | sort durationNano desc");

        assertThat(client.describeQueryDefinitions(request -> {}).queryDefinitions())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.queryDefinitionId()).isEqualTo(id);
                    assertThat(found.name()).isEqualTo("SRE/slowest tools");
                    assertThat(found.queryString()).isEqualTo("fields name | sort durationNano desc");
                    assertThat(found.logGroupNames()).containsExactly("aws/spans");
                    assertThat(found.lastModified()).isEqualTo(NOW.toEpochMilli());
                });
        assertThat(http.json("/api/query-definitions").toString())
                .isEqualTo("{\"queryDefinitions\":[{\"queryDefinitionId\":\"" + id
                        + "\",\"name\":\"SRE/slowest tools\",\"queryString\":\"fields name | sort durationNano desc\","
                        + "\"queryLanguage\":\"CWLI\",\"logGroupNames\":[\"aws/spans\"],"
                        + "\"lastModified\":\"2026-03-01T12:00:00Z\"}]}");
    }

    @Test
    void aQueryWithItsIdIsChangedAndNotAddedAgain() {
        String id = put("a", "fields a");
        String same = client.putQueryDefinition(
                        request -> request.queryDefinitionId(id).name("a").queryString("fields b"))
                .queryDefinitionId();

        assertThat(same).isEqualTo(id);
        assertThat(client.describeQueryDefinitions(request -> {}).queryDefinitions())
                .extracting(QueryDefinition::queryString)
                .containsExactly("fields b");
        assertThatThrownBy(() -> client.putQueryDefinition(request ->
                        request.queryDefinitionId("unknown").name("a").queryString("fields b")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aDeletedQueryIsGoneAndCannotBeDeletedAgain() {
        String id = put("a", "fields a");

        assertThat(client.deleteQueryDefinition(request -> request.queryDefinitionId(id))
                        .success())
                .isTrue();
        assertThat(client.describeQueryDefinitions(request -> {}).queryDefinitions())
                .isEmpty();
        assertThatThrownBy(() -> client.deleteQueryDefinition(request -> request.queryDefinitionId(id)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void queriesAreFoundByPrefixAndPageByPage() {
        put("SRE/c", "fields c");
        put("SRE/a", "fields a");
        put("other", "fields o");
        put("SRE/b", "fields b");

        var first = client.describeQueryDefinitions(
                request -> request.queryDefinitionNamePrefix("SRE/").maxResults(2));
        assertThat(first.queryDefinitions()).extracting(QueryDefinition::name).containsExactly("SRE/a", "SRE/b");
        var second = client.describeQueryDefinitions(request ->
                request.queryDefinitionNamePrefix("SRE/").maxResults(2).nextToken(first.nextToken()));
        assertThat(second.queryDefinitions()).extracting(QueryDefinition::name).containsExactly("SRE/c");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void anInvalidQueryIsRefused() {
        assertThatThrownBy(() -> put("n", "q".repeat(10_001)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("queryString must be 1 to 10000");
        assertThatThrownBy(() -> put("n".repeat(256), "q"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("name must be 1 to 255");
        assertThatThrownBy(() -> client.describeQueryDefinitions(request -> request.maxResults(0)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> client.describeQueryDefinitions(request -> request.nextToken("x")))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void anUnknownOperationOfLogsIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> client.describeDestinations())
                .isInstanceOf(CloudWatchLogsException.class)
                .hasMessageContaining("PutQueryDefinition, DescribeQueryDefinitions");
    }

    private String put(String name, String query) {
        return client.putQueryDefinition(
                        request -> request.name(name).queryString(query).logGroupNames("aws/spans"))
                .queryDefinitionId();
    }
}
