package io.sreobservability.local.query.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sreobservability.local.query.Telemetry;
import io.sreobservability.local.query.insights.InsightsResult.ResultRow;
import io.sreobservability.local.query.insights.syntax.MalformedQueryException;
import io.sreobservability.local.store.SpanStatus;
import io.sreobservability.local.store.StoreLimits;
import io.sreobservability.local.store.TelemetryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over spans and log records, with the answers that CloudWatch's documentation promises. */
class LogsInsightsTest {
    private static final Instant FROM = Telemetry.START;
    private static final Instant TO = Telemetry.START.plusSeconds(3_600);

    private final TelemetryStore store = TelemetryStore.create(StoreLimits.DEFAULT);
    private final LogsInsights insights = new LogsInsights(store);

    LogsInsightsTest() {
        store.traces()
                .add(Telemetry.span(
                        1,
                        "supervisor.investigate",
                        0,
                        9_000,
                        Map.of("sre.user_id", "Alice", "n", 10L, "text", " Ab ")));
        store.traces()
                .add(Telemetry.span(
                        2,
                        "tool.get_pod_status",
                        1_000,
                        3_500,
                        Map.of("sre.tool_name", "get_pod_status", "hit", true)));
        store.traces()
                .add(Telemetry.span(
                        3,
                        "tool.get_pod_status.attempt",
                        1_000,
                        3_000,
                        SpanStatus.ERROR,
                        Map.of("sre.attempt", 1L, "hit", false, "error.type", "timeout")));
        store.traces().add(Telemetry.span(4, "memory.retrieve", 100, 400, Map.of("list", List.of("a", "b"))));
        store.logs().add(Telemetry.log(200, "INFO", "asked in 12 ms"));
        store.logs().add(Telemetry.log(900, "WARN", "retry 2 of 3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fields name; tool.get_pod_status|tool.get_pod_status.attempt|memory.retrieve|supervisor.investigate",
                "fields name | filter name like /^tool\\./ and name not like /\\.attempt$/; tool.get_pod_status",
                "FIELDS name | FILTER name LIKE 'ATTEMPT' OR name like \"attempt\"; tool.get_pod_status.attempt",
                "fields name | filter name in ['memory.retrieve', \"x\"]; memory.retrieve",
                "fields name | filter not (name not in ['memory.retrieve']); memory.retrieve",
                "fields name | filter `attributes.hit` = 1; tool.get_pod_status",
                "fields `attributes.hit` | filter ispresent(attributes.hit); 1|0",
                "fields name | filter attributes.hit != 1 and kind = 'INTERNAL'"
                        + "; tool.get_pod_status.attempt|memory.retrieve|supervisor.investigate",
                "fields durationNano / 1000000 as ms | sort ms asc | limit 2 | display ms; 300|2000",
                "fields name | sort startTimeUnixNano, durationNano desc | limit 3"
                        + "; supervisor.investigate|memory.retrieve|tool.get_pod_status",
                "filter name = 'memory.retrieve' | display fromMillis(startTimeUnixNano / 1000000)"
                        + "; 2026-03-01 12:00:00.100",
                "filter name = 'memory.retrieve' | display startTimeUnixNano; 1772366400100000007",
                "filter name = 'memory.retrieve' | display endTimeUnixNano - startTimeUnixNano; 300000000",
                "filter name = 'memory.retrieve' | display events.0.attributes.exception.type; Timeout",
                "filter name = 'memory.retrieve' | display attributes.list.1; b",
                "filter name = 'memory.retrieve' | display resource.attributes.service.name; sre-agent",
                "filter name = 'memory.retrieve' | display parentSpanId; 0000000000000001",
                "filter attributes.n = 10 | display 7 % 4 + 2 ^ 3 * -1 / 4; 1",
                "filter attributes.n = '10.0' | display concat(trim(attributes.text), '-', strlen(attributes.text)); Ab-4",
                "filter attributes.n = 10 | fields 1 as a, a + 1 as a, a * 10 as b | display a, b; 2 20",
                "filter attributes.n = 10 | fields strlen(name) as name, name + 1 as more | display name, more; 22 23",
                "filter attributes.n > 9 | display toupper(substr(name, 0, 5)), 1; SUPER 1",
                "filter attributes.n > 9 | display replace(name, 'supervisor', \"a \\\" b\"); a \" b.investigate",
                "filter attributes.n > 9 | display coalesce(attributes.none, greatest(1, 3, 2), 5); 3",
                "filter attributes.hit = 1 | display bin(5m), datefloor(@timestamp, 1h), dateceil(@timestamp, 1h)"
                        + "; 2026-03-01 12:00:00.000 2026-03-01 12:00:00.000 2026-03-01 13:00:00.000",
                "filter attributes.n > 9 | display attributes.none / 2, 1 / 0; null null",
                "stats count(*) as calls; 4",
                "stats count(attributes.hit), sum(attributes.hit), avg(attributes.hit), max(durationNano) / 1000000; 2 1 0.5 9000",
                "stats pct(durationNano / 1000000, 50), min(name), count_distinct(traceId); 2000 memory.retrieve 1",
                "stats earliest(name), latest(name), stddev(attributes.n); supervisor.investigate tool.get_pod_status 0",
                "stats sum(status.code = 'ERROR') * 100 / count(*) as p, count(*) as n by status.code as s | sort s"
                        + "; ERROR 100 1|UNSET 0 3",
                "stats count(*) as n by status.code, bin(1h) | filter n > 1 | display n; 3",
                "stats count(*) as n by status.code | stats max(n), count(*); 3 2",
                "stats min(@timestamp) as first; 2026-03-01 12:00:00.000",
                "fields kind | dedup kind; INTERNAL",
                "fields attributes.hit | dedup attributes.hit | limit 9; 1|0|null|null",
                "parse name /^(?<kind2>[a-z]+)\\.(?<rest>.*)$/ | filter kind2 = 'memory' | display rest; retrieve",
                "filter attributes.error.type =~ /^t.*t$/ | display @log, @logStream; 000000000000:aws/spans default",
            })
    void answersAsDocumented(String query, String rows) throws Exception {
        assertThat(rows(insights.run(query, List.of(LogGroups.SPANS), FROM, TO)))
                .isEqualTo(rows);
    }

    @Test
    void spansThatArriveBetweenTwoQuestionsAreInTheSecondAnswer() throws Exception {
        assertThat(rows(insights.run("stats count(*)", List.of(LogGroups.SPANS), FROM, TO)))
                .isEqualTo("4");
        store.traces().add(Telemetry.span(5, "late", 50, 60, Map.of()));
        assertThat(rows(insights.run("fields name | limit 5", List.of(LogGroups.SPANS), FROM, TO)))
                .isEqualTo(
                        "tool.get_pod_status|tool.get_pod_status.attempt|memory.retrieve|late|supervisor.investigate");
    }

    @Test
    void aTimeRangeCutsThroughTracesAndHoldsBothItsEnds() throws Exception {
        assertThat(names(100, 1_000)).isEqualTo("tool.get_pod_status|tool.get_pod_status.attempt|memory.retrieve");
        assertThat(names(0, 999)).isEqualTo("memory.retrieve|supervisor.investigate");
        assertThat(names(101, 999)).isEmpty();
        assertThat(names(1_001, 9_000)).isEmpty();
    }

    private String names(int fromMs, int toMs) throws Exception {
        return rows(
                insights.run("fields name", List.of(LogGroups.SPANS), FROM.plusMillis(fromMs), FROM.plusMillis(toMs)));
    }

    @Test
    void commentsEndWithTheirLine() throws Exception {
        String query = "# why\nparse name 'tool.*' as tool # because\n| filter ispresent(tool) | display tool";
        assertThat(rows(insights.run(query, List.of(LogGroups.SPANS), FROM, TO)))
                .isEqualTo("get_pod_status|get_pod_status.attempt");
    }

    @Test
    void logRecordsAreFoundByTheirOwnFieldsAndTogetherWithSpans() throws Exception {
        InsightsResult records = insights.run(
                "SOURCE '/sre-agent/logs' | parse body 'retry * of *' as retry, most | filter severityText = 'WARN'"
                        + " | display retry, most, attributes.sre.user_id, traceId",
                List.of(),
                FROM,
                TO);
        InsightsResult both = insights.run(
                "SOURCE '/sre-agent/logs' | SOURCE 'aws/spans' | stats count(*) as n by @log | sort n",
                List.of(),
                FROM,
                TO);

        assertThat(rows(records)).isEqualTo("2 3 Alice " + Telemetry.TRACE);
        assertThat(rows(both)).isEqualTo("000000000000:/sre-agent/logs 2|000000000000:aws/spans 4");
    }

    @Test
    void withoutColumnsTimeAndMessageAreShownAndTheRowPointsAtItsEvent() throws Exception {
        InsightsResult result = insights.run("filter name = 'memory.retrieve'", List.of(LogGroups.SPANS), FROM, TO);

        assertThat(result.columns()).containsExactly("@timestamp", "@message");
        assertThat(result.rows()).singleElement().satisfies(row -> {
            assertThat(row.pointer()).isEqualTo(Telemetry.TRACE + "/0000000000000004");
            assertThat(row.values().get(1))
                    .startsWith("{\"resource\":{\"attributes\":{\"service.name\":\"sre-agent\"}}");
        });
        assertThat(result.statistics()).isEqualTo(new InsightsResult.Statistics(4, 1, 400));
    }

    @Test
    void onlyEventsOfTheTimeRangeAreRead() throws Exception {
        InsightsResult result =
                insights.run("stats count(*)", List.of(LogGroups.SPANS), FROM.plusMillis(100), FROM.plusMillis(1_000));
        assertThat(rows(result)).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pattern @message; the command pattern is not supported; 0; 7",
                "fields name | unmask x; the command unmask is not supported; 14; 20",
                "fields jsonParse(x); the function jsonParse is not supported; 7; 16",
                "filter count(*) > 1; count is a function of stats; 7; 12",
                "stats name; name must be inside of a function; 6; 10",
                "stats count(*) by; unexpected end of the query; 17; 18",
                "filter name = ; unexpected end of the query; 13; 14",
                "filter 'a; unexpected symbol found '; 7; 8",
                "fields name |; unexpected end of the query; 13; 14",
                "''; unexpected end of the query; 0; 0",
                "fields name | SOURCE 'aws/spans'; SOURCE must come first; 14; 20",
                "limit 0; limit must be a whole number; 6; 7",
                "limit 1.5; limit must be a whole number; 6; 9",
                "fields bin(5); expected a period such as 5m, found 5; 11; 12",
                "fields bin(5q); the period 5q is not supported; 11; 13",
                "fields 5m; unexpected symbol found 5m; 7; 9",
                "fields strlen(); wrong number of arguments of strlen; 7; 13",
                "stats sum(a, b); wrong number of arguments of sum; 6; 9",
                "filter a like /(a/; the regular expression is not supported; 14; 18",
                "filter a like /(?=a)/; the regular expression is not supported; 14; 21",
                "parse a /b/; parse needs a named group; 8; 11",
                "parse a 'b * *' as c; the pattern has 2 stars for 1 names; 8; 15",
            })
    void whatIsNotAnsweredIsRefusedWithItsPlace(String query, String message, int start, int end) {
        MalformedQueryException refused = catchThrowableOfType(
                MalformedQueryException.class, () -> insights.run(query, List.of(LogGroups.SPANS), FROM, TO));

        assertThat(refused.message()).contains(message).contains("at line 1 and position " + (start + 1));
        assertThat(refused.start()).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "((((1", "not ", "- ", "1 ^ ", "1 + ", "coalesce(", "a = 1 and ", "x in [", "ispresent(("})
    void aQueryThatNestsWithoutEndIsRefusedNotOverflown(String part) {
        assertThatThrownBy(() -> insights.run(
                        "filter " + part.repeat(9_900 / part.length()), List.of(LogGroups.SPANS), FROM, TO))
                .isInstanceOf(MalformedQueryException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void aPatternThatOthersMatchForAgesIsMatchedAtOnce() throws Exception {
        store.traces().add(Telemetry.span(9, "a".repeat(50_000), 1, 2, Map.of()));
        assertThat(rows(insights.run(
                        "filter name like /^(a+)+$/ and name not like /(a|aa)*b$/ | stats count(*)",
                        List.of(LogGroups.SPANS),
                        FROM,
                        TO)))
                .isEqualTo("1");
    }

    @Test
    void aTextThatDoublesInEachCommandEndsWithoutAValue() throws Exception {
        String doubling = "| fields concat(a, a) as b, replace(b, '0', '00') as a ".repeat(60);
        String query = "fields spanId as a " + doubling + "| display a";

        assertThat(rows(insights.run(query, List.of(LogGroups.SPANS), FROM, TO)))
                .hasSizeLessThan(500_000);
    }

    @Test
    void anUnknownLogGroupIsRefused() {
        assertThatThrownBy(() -> insights.run("fields name", List.of("aws/span"), FROM, TO))
                .isInstanceOf(UnknownLogGroupException.class)
                .hasMessageContaining(
                        "'aws/span' does not exist: use aws/spans for spans, /sre-agent/logs for log records");
        assertThatThrownBy(() -> insights.run("fields name", List.of(), FROM, TO))
                .isInstanceOf(UnknownLogGroupException.class);
    }

    private static String rows(InsightsResult result) {
        return String.join(
                "|",
                result.rows().stream()
                        .map(ResultRow::values)
                        .map(values -> String.join(
                                " ", values.stream().map(String::valueOf).toList()))
                        .toList());
    }
}
