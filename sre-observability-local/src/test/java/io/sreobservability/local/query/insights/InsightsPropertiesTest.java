package io.sreobservability.local.query.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.query.Telemetry;
import io.sreobservability.local.query.insights.InsightsResult.ResultRow;
import io.sreobservability.local.query.insights.expression.Values;
import io.sreobservability.local.query.insights.syntax.MalformedQueryException;
import io.sreobservability.local.store.SpanStatus;
import io.sreobservability.local.store.StoreLimits;
import io.sreobservability.local.store.TelemetryStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every query, right or wrong. */
class InsightsPropertiesTest {
    private static final Instant FROM = Telemetry.START;
    private static final Instant TO = Telemetry.START.plusSeconds(3_600);
    private static final List<String> WORDS = List.of(
            "fields",
            "display",
            "filter",
            "stats",
            "sort",
            "limit",
            "dedup",
            "parse",
            "SOURCE",
            "by",
            "as",
            "asc",
            "desc",
            "and",
            "or",
            "not",
            "in",
            "like",
            "|",
            ",",
            "(",
            ")",
            "[",
            "]",
            "=",
            "!=",
            "<=",
            "=~",
            "+",
            "-",
            "*",
            "/",
            "%",
            "^",
            "1",
            "2.5",
            "5m",
            "\"text\"",
            "'a * b'",
            "/a(b)+/",
            "/(?<n>.)/",
            "name",
            "durationNano",
            "@timestamp",
            "`attributes.hit`",
            "status.code",
            "count",
            "count(*)",
            "sum",
            "pct",
            "bin",
            "ispresent",
            "strlen",
            "coalesce",
            "pattern",
            "#",
            "$",
            "\"",
            "`",
            "\n");

    private final TelemetryStore store = TelemetryStore.create(StoreLimits.DEFAULT);
    private final LogsInsights insights = new LogsInsights(store);

    InsightsPropertiesTest() {
        for (int i = 1; i <= 12; i++) {
            Map<String, Object> attributes = switch (i % 4) {
                case 0 -> Map.of("hit", true, "n", (long) i);
                case 1 -> Map.of("hit", false, "n", i / 2.0);
                case 2 -> Map.of("n", "text " + i);
                default -> Map.of();
            };
            SpanStatus status = i % 3 == 0 ? SpanStatus.ERROR : SpanStatus.UNSET;
            store.traces().add(Telemetry.span(i, i % 2 == 0 ? "tool.a" : "memory.b", i, i * 10L, status, attributes));
        }
    }

    @Property(tries = 1_000)
    void anyRowOfWordsIsAnsweredOrRefusedWithAPlace(@ForAll("rowsOfWords") String query) throws Exception {
        try {
            InsightsResult result = insights.run(query, List.of(LogGroups.SPANS), FROM, TO);
            assertThat(result.columns()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(result.rows()).allSatisfy(row -> assertThat(row.values()).hasSameSizeAs(result.columns()));
        } catch (MalformedQueryException refused) {
            assertThat(refused.message()).contains(" at line ").contains(" and position ");
            assertThat(refused.start()).isBetween(0, query.length());
            assertThat(refused.end()).isBetween(refused.start(), query.length() + 1);
        } catch (UnknownLogGroupException refused) {
            assertThat(query).contains("SOURCE");
        }
    }

    @Provide
    Arbitrary<String> rowsOfWords() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(25).map(words -> String.join(" ", words));
    }

    @Property(tries = 150)
    void aConditionAndItsOppositeShareOutAllRows(@ForAll("conditions") String condition) throws Exception {
        List<String> holds = names("filter " + condition);
        List<String> opposite = names("filter not (" + condition + ")");

        assertThat(Collections.disjoint(holds, opposite)).isTrue();
        assertThat(holds.size() + opposite.size()).isEqualTo(12);
    }

    @Property(tries = 150)
    void groupsShareOutAllRows(@ForAll("values") String group, @ForAll("conditions") String condition)
            throws Exception {
        int rows = names("filter " + condition).size();
        InsightsResult groups = insights.run(
                "filter " + condition + " | stats count(*) as n by " + group + " as g | stats sum(n) as n",
                List.of(LogGroups.SPANS),
                FROM,
                TO);

        assertThat(groups.rows().stream().map(row -> row.values().get(0)))
                .isEqualTo(rows == 0 ? List.of() : List.of(String.valueOf(rows)));
    }

    @Property(tries = 150)
    void sortingKeepsTheRowsAndBothDirectionsAreOpposite(@ForAll("values") String key) throws Exception {
        List<String> up = names("sort " + key + ", spanId");
        List<String> down = names("sort " + key + " desc, spanId desc");

        assertThat(up).hasSize(12).doesNotHaveDuplicates();
        assertThat(down)
                .containsExactlyElementsOf(up.stream()
                        .sorted((a, b) -> Integer.compare(up.indexOf(b), up.indexOf(a)))
                        .toList());
    }

    @Property(tries = 300)
    void spansOfAllTracesInTheRangeComeNewestFirst(
            @ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> starts,
            @ForAll @IntRange(min = 1, max = 6) int traces,
            @ForAll @IntRange(max = 99) int from,
            @ForAll @IntRange(max = 99) int to)
            throws Exception {
        TelemetryStore several = TelemetryStore.create(StoreLimits.DEFAULT);
        for (int i = 0; i < starts.size(); i++) {
            several.traces().add(Telemetry.spanOf(i % traces, i, starts.get(i)));
        }
        InsightsResult result = new LogsInsights(several)
                .run(
                        "fields startTimeUnixNano / 1000000 as ms | display ms",
                        List.of(LogGroups.SPANS),
                        FROM.plusMillis(from),
                        FROM.plusMillis(to));

        assertThat(result.rows().stream()
                        .map(row -> Math.round(Double.parseDouble(
                                        String.valueOf(row.values().get(0))))
                                - FROM.toEpochMilli()))
                .containsExactlyElementsOf(starts.stream()
                        .filter(start -> start >= from && start <= to)
                        .sorted(Comparator.reverseOrder())
                        .map(Integer::longValue)
                        .toList());
    }

    @Property
    void numbersAreOrderedByTheirValue(@ForAll("numbers") Number left, @ForAll("numbers") Number right) {
        assertThat(Integer.signum(Values.order(left, right)))
                .isEqualTo(new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())));
    }

    @Provide
    Arbitrary<Number> numbers() {
        Arbitrary<Number> around = Arbitraries.longs()
                .between((1L << 53) - 3, (1L << 53) + 3)
                .flatMap(whole -> Arbitraries.of((Number) whole, (Number) (double) whole));
        return Arbitraries.oneOf(
                Arbitraries.longs().map(whole -> (Number) whole),
                Arbitraries.doubles().map(number -> (Number) number),
                Arbitraries.of((Number) 0.0, (Number) (-0.0), (Number) 0L, (Number) Double.MIN_VALUE),
                around);
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> single = Arbitraries.of(
                "name",
                "durationNano",
                "status.code",
                "`attributes.n`",
                "attributes.hit",
                "attributes.none",
                "@timestamp",
                "startTimeUnixNano / 1000000",
                "bin(1s)",
                "strlen(name)",
                "toupper(`attributes.n`)",
                "3",
                "'text 2'");
        Arbitrary<String> sum = Combinators.combine(single, Arbitraries.of("+", "-", "*", "/", "%", "^"), single)
                .as((a, operator, b) -> "(" + a + " " + operator + " " + b + ")");
        return Arbitraries.oneOf(single, sum);
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> comparison = Combinators.combine(
                        values(), Arbitraries.of("=", "!=", "<", "<=", ">", ">="), values())
                .as((a, operator, b) -> a + " " + operator + " " + b);
        Arbitrary<String> test = values().flatMap(value -> Arbitraries.of(
                value,
                "ispresent(" + value + ")",
                value + " like 'o'",
                value + " not like /^[a-m]/",
                value + " in ['tool.a', 10, 1]",
                value + " not in [1]"));
        Arbitrary<String> single = Arbitraries.oneOf(comparison, test);
        return Combinators.combine(single, Arbitraries.of(" and ", " or ", " and not ", " or not "), single)
                .as((a, operator, b) -> a + operator + b);
    }

    private List<String> names(String query) throws Exception {
        return insights.run(query + " | display spanId", List.of(LogGroups.SPANS), FROM, TO).rows().stream()
                .map(ResultRow::values)
                .map(values -> String.valueOf(values.get(0)))
                .toList();
    }
}
