package io.sreobservability.maven.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.vocabulary.Foreign;
import io.sreobservability.maven.vocabulary.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a Logs Insights query is found, with its place. */
class QueryCheckTest {
    private static final Path QUERIES = Path.of("..", "dashboards", "insights-queries.json");
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(TestContract.ofAnAgentApplication()));

    @Test
    void theDeliveredQueriesNameOnlyWhatAnAgentApplicationEmits() throws Exception {
        ConsumerCheck check = new ConsumerCheck(VOCABULARY, Foreign.NONE);

        check.queries("q.json", Files.readString(QUERIES));

        assertThat(check.findings()).isEmpty();
    }

    static Stream<Arguments> wrongQueries() {
        return Stream.of(
                arguments(
                        "fields name\n| filter name = \"supervisor.investigat\"",
                        "[SRE226] q.query:2:17: no contract emits a span that is \"supervisor.investigat\"."
                                + " Did you mean \"supervisor.investigate\"?"),
                arguments(
                        "filter name in ['memory.retrieve', 'memory.store']",
                        "[SRE226] q.query:1:36: no contract emits a span that is \"memory.store\"."),
                arguments(
                        "fields name as operation | filter operation like /^memory\\.retreive/",
                        "[SRE226] q.query:1:50: no contract emits a span that matches \"^memory\\.retreive\"."
                                + " Did you mean \"memory.retrieve\"?"),
                arguments(
                        "filter strcontains(name, 'supervisor.analyse')",
                        "[SRE226] q.query:1:26: no contract emits a span that contains \"supervisor.analyse\"."),
                arguments(
                        "fields `attributes.sre.usr_id` as user",
                        "[SRE227] q.query:1:8: no contract emits the attribute \"sre.usr_id\"."
                                + " Did you mean \"sre.user_id\"?"),
                arguments(
                        "stats count(*) by user_id",
                        "[SRE228] q.query:1:19: the log events of spans have no field \"user_id\", and the query does not"
                                + " define it. Did you mean \"attributes.sre.user_id\"?"),
                arguments(
                        "fields resource.attributes.service.nmae",
                        "[SRE228] q.query:1:8: the log events of spans have no field"
                                + " \"resource.attributes.service.nmae\", and the query does not define it."
                                + " Did you mean \"resource.attributes.service.name\"?"),
                arguments(
                        "fields durationNano / 1000000 as ms | sort duration desc",
                        "[SRE228] q.query:1:44: the log events of spans have no field \"duration\", and the query does"
                                + " not define it."),
                arguments(
                        "stats count(*) as calls by name | sort durationNano desc",
                        "[SRE233] q.query:1:40: after `stats` there is no \"durationNano\" any more: only what the"
                                + " command names is left."),
                arguments(
                        "SOURCE 'aws/span' | fields whatever",
                        "[SRE229] q.query:1:8: spans are in the log group \"aws/spans\", not in \"aws/span\"."),
                arguments(
                        "fields attributes.`sre.user_id`",
                        "[SRE230] q.query:1:18: this cannot be checked: expected back-quotes around the whole path:"
                                + " `attributes.some.key`, found \".`sre.user_id`\"."),
                arguments(
                        "join left on a = b",
                        "[SRE230] q.query:1:1: this cannot be checked: the command \"join\" is not one that this check"
                                + " knows."),
                arguments(
                        "filter name like /(/",
                        "[SRE230] q.query:1:18: this cannot be checked: the pattern is not valid: Unclosed group."),
                arguments(
                        "parse name /^toool\\.(?<tool>.*)/",
                        "[SRE226] q.query:1:12: no contract emits a span that matches \"^toool\\.(?<tool>.*)\"."),
                arguments(
                        "parse name 'memory.retreive*' as rest",
                        "[SRE226] q.query:1:12: no contract emits a span that contains \"memory.retreive\"."
                                + " Did you mean \"memory.retrieve\"?"),
                arguments(
                        "filter tolowr(name) = 'x'",
                        "[SRE230] q.query:1:8: this cannot be checked: \"tolowr\" is no known function of Logs"
                                + " Insights; the nearest is \"tolower\"."),
                arguments(
                        "fields name, 'open", "[SRE230] q.query:1:14: this cannot be checked: the ' is never closed."));
    }

    @ParameterizedTest
    @MethodSource("wrongQueries")
    void aWrongNameInAQueryIsNamedWithItsPlaceAndTheNearestName(String query, String expected) {
        assertThat(query(query)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter tolower(name) = 'tool.nonexistent'",
                "filter 'tool.nonexistent' = tolower(name)",
                "filter coalesce(name, 'x') = 'y'",
                "filter substr(name, 0, 4) in ['toool']",
                "filter concat(name, '') like /nonexistent/",
                "filter strcontains(tolower(name), 'nonexist')",
                "fields tolower(name) as n | filter n = 'tool.nonexistent'",
                "fields name as n, trim(n) as m | filter m not like 'toool'",
                "stats latest(name) as last by traceId | filter last = 'tool.nonexistent'",
                "stats latest(name) by traceId | filter latest(name) = 'tool.nonexistent'",
                "fields 'tool.nonexistent' as wanted | filter name = wanted",
                "filter name = concat('toool', '.x')",
                "filter name > 'tool.x'",
                "filter 'tool.x' <= name",
                "parse name /tool\\.(?<t>.*)/ | filter t = 'nonexistent'",
                "parse name 'tool.*' as t | filter t like /nonexistent/",
                "filter @message like /sre.usr_idd/",
                "filter @message not like 'sre.usr_idd'",
                "parse @message /usr_idd=(?<user>.*)/",
                "parse @message '*:*' as left, right",
                "fields jsonParse(@message) as event | filter event like 'usr_idd'",
            })
    void aNameHiddenInATextThatIsNotFollowedIsSaidToBeUnchecked(String query) {
        assertThat(query(query))
                .singleElement()
                .asString()
                .startsWith("[SRE230] ")
                .containsAnyOf("`name`", "@message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields @timestamp, name # a comment | fields nothing\n| filter kind = 'SERVER' | limit 5",
                "filter name = 'tool.anything' and name like /^tool\\.(get|list)_pods$/ and name not like /\\.attempt$/",
                "filter name like 'agent.' or name =~ /(?i)^AGENT\\.[a-z]+\\.execute$/",
                "filter name = 'GET /pods/status' or name = 'chat some-model' or name like /^GET \\/pods/",
                "filter name = 'S3.GetObject'",
                "fields `attributes.aws.local.service`, attributes.http.route, `attributes.gen_ai.usage.input_tokens`",
                "filter ispresent(`attributes.sre.user_id`) and not (status.code = 'ERROR')",
                "stats count(*) by bin(5m), name | sort count(*) desc | filter name = 'memory.retrieve'",
                "stats pct(durationNano, 95) as p95 by name as n | stats max(p95) as worst by n | display n, worst",
                "SOURCE '/app/logs' | parse @message '*:*' as left, right | dedup left | fields right",
                "fields strlen(name) as length, concat(name, '!') as loud | filter length > 5 and ispresent(loud)",
                "parse name /^tool\\.(?<tool>.*)/ | parse name 'agent.*.execute' as agent | stats count(*) by tool, agent",
                "fields tolower(`attributes.sre.agent_type`) as agent | filter agent = 'logs' and `attributes.sre.tool_name` > 'b'",
                "stats sum(name = 'memory.retrieve') as hits by traceId | filter hits > 0",
                "parse `attributes.sre.query` /(?<verb>\\w+) (?<rest>.*)/ | stats count(*) by verb",
                "fields jsonParse(@message) as event | fields event.traceId, event.attributes.sre.user_id",
                "unnest events into event | fields event.name",
                "fields events.0.attributes.exception.type, events.12.name",
                "SOURCE 'aws/spans' | SOURCE '/app/logs' | fields traceId",
                "SOURCE 'arn:aws:logs:eu-west-1:111122223333:log-group:aws/spans' | pattern @message | diff previousDay",
                "SOURCE '/app/logs' | fields whatever, they.have",
            })
    void aQueryOverWhatIsEmittedPasses(String query) {
        assertThat(query(query)).isEmpty();
    }

    @Test
    void queriesAsTheApiWritesThemAreReadToo() {
        ConsumerCheck check = new ConsumerCheck(VOCABULARY, Foreign.NONE);

        check.queries(
                "q.json",
                "{\"queryDefinitions\": [{\"name\": \"n\", \"logGroupNames\": [\"aws/spans\"],"
                        + " \"queryString\": \"fields nam\"}, {\"name\": \"without\"}]}");

        assertThat(check.findings())
                .extracting(Finding::line)
                .containsExactly(
                        "[SRE228] q.json:1:92 $.queryDefinitions[0].queryString: the log events of spans have no field"
                                + " \"nam\", and the query does not define it. Did you mean \"name\"?",
                        "[SRE221] q.json:1:99 $.queryDefinitions[1]: expected an object with \"query\" or"
                                + " \"queryString\", found an object.");
    }

    private static List<String> query(String query) {
        ConsumerCheck check = new ConsumerCheck(
                VOCABULARY,
                new Foreign(
                        Set.of(), Set.of("/app/logs"), Set.of("attributes.aws.local.service"), Set.of("S3.GetObject")));
        check.queries("q.query", query);
        return check.findings().stream().map(Finding::line).toList();
    }
}
