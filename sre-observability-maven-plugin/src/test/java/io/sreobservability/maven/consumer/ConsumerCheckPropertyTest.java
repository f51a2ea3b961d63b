package io.sreobservability.maven.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.maven.diagnostic.Finding;
import io.sreobservability.maven.diagnostic.ProofCode;
import io.sreobservability.maven.vocabulary.Foreign;
import io.sreobservability.maven.vocabulary.Vocabulary;
import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ConsumerCheckPropertyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(TestContract.ofAnAgentApplication()));

    /** The ways in which a dashboard names a metric with a whole set of dimensions. */
    enum Form {
        ARRAY,
        SEARCH,
        QUERY;

        String write(String namespace, String metric, List<String> dimensions) {
            return switch (this) {
                case ARRAY ->
                    "[\"" + namespace + "\", \"" + metric + "\""
                            + dimensions.stream()
                                    .map(name -> ", \"" + name + "\", \"any value\"")
                                    .collect(Collectors.joining())
                            + "]";
                case SEARCH ->
                    "[{\"expression\": \"SEARCH('{" + namespace
                            + dimensions.stream().map(name -> "," + name).collect(Collectors.joining())
                            + "} MetricName=\\\"" + metric + "\\\"', 'Sum')\"}]";
                case QUERY ->
                    "[{\"expression\": \"SELECT SUM(" + metric + ") FROM SCHEMA(\\\"" + namespace + "\\\""
                            + dimensions.stream().map(name -> ", " + name).collect(Collectors.joining()) + ")\"}]";
            };
        }
    }

    @Property(tries = 300)
    void everyMentionOfAnEmittedMetricPasses(
            @ForAll("metrics") ContractMetric metric, @ForAll Form form, @ForAll @IntRange(max = 9) int set) {
        List<String> dimensions =
                metric.dimensionSets().get(set % metric.dimensionSets().size());

        assertThat(check(metric, form.write(metric.namespace(), metric.name(), dimensions)))
                .isEmpty();
    }

    @Property(tries = 300)
    void oneWrongNameIsOneFinding(
            @ForAll("metrics") ContractMetric metric, @ForAll Form form, @ForAll @IntRange(max = 9) int which) {
        List<String> dimensions = new ArrayList<>(metric.dimensionSets().get(0));
        int wrong = which % (2 + dimensions.size());
        if (wrong > 1) {
            dimensions.set(wrong - 2, dimensions.get(wrong - 2) + "q");
        }

        List<Finding> findings = check(
                metric,
                form.write(
                        metric.namespace() + (wrong == 0 ? "q" : ""),
                        metric.name() + (wrong == 1 ? "q" : ""),
                        dimensions));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        wrong == 0
                                ? ProofCode.UNKNOWN_NAMESPACE
                                : wrong == 1 ? ProofCode.UNKNOWN_METRIC : ProofCode.UNKNOWN_DIMENSION);
    }

    @Property(tries = 500)
    void anyJsonIsEitherADashboardOrAClearError(@ForAll("json") String content) {
        ConsumerCheck check = new ConsumerCheck(VOCABULARY, Foreign.NONE);

        check.dashboard("d.json", content);
        check.queries("q.json", content);

        assertEveryLineIsClear(check.findings());
    }

    @Property(tries = 500)
    void anyTextIsEitherAQueryOrAClearError(@ForAll("queries") String content) {
        ConsumerCheck check = new ConsumerCheck(VOCABULARY, Foreign.NONE);

        check.queries("q.query", content);

        assertEveryLineIsClear(check.findings());
    }

    @Property(tries = 500)
    void anyTextIsEitherAnExpressionOrAClearError(@ForAll("expressions") String expression) {
        ConsumerCheck check = new ConsumerCheck(VOCABULARY, Foreign.NONE);

        check.dashboard("d.json", widget("[{\"expression\": \"" + expression.replace("\"", "\\\"") + "\"}]"));

        assertEveryLineIsClear(check.findings());
    }

    @Provide
    Arbitrary<ContractMetric> metrics() {
        Arbitrary<String> name = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofLength(1)
                .flatMap(first -> Arbitraries.strings()
                        .withCharRange('a', 'p')
                        .ofMinLength(1)
                        .ofMaxLength(12)
                        .map(rest -> first + rest));
        Arbitrary<String> namespace = Combinators.combine(name, name).as((left, right) -> left + "/" + right);
        Arbitrary<List<String>> dimensions =
                name.list().ofMinSize(1).ofMaxSize(4).uniqueElements();
        return Combinators.combine(name, namespace, dimensions)
                .as((metric, space, names) -> new ContractMetric(
                        metric,
                        space,
                        "Count",
                        "counter",
                        "development",
                        "b",
                        "always",
                        names.stream()
                                .map(one -> new ContractMetric.Dimension(one, "component"))
                                .toList(),
                        List.of(names, names.subList(0, 1))));
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.lazyOf(
                        () -> Arbitraries.of("7", "null", "true", "\"\"", "\"metric\"", "\"log\"", "\"...\"", "\".\""),
                        () -> fragments(QUERY_PARTS).map(ConsumerCheckPropertyTest::quoted),
                        () -> fragments(EXPRESSION_PARTS).map(ConsumerCheckPropertyTest::quoted),
                        () -> json().list().ofMaxSize(4).map(items -> "[" + String.join(",", items) + "]"),
                        () -> Combinators.combine(
                                        Arbitraries.of(
                                                "widgets",
                                                "type",
                                                "properties",
                                                "metrics",
                                                "query",
                                                "expression",
                                                "id",
                                                "variables",
                                                "search",
                                                "logGroup",
                                                "queryDefinitions"),
                                        json())
                                .as((key, value) -> "\"" + key + "\":" + value)
                                .list()
                                .ofMaxSize(4)
                                .map(members -> "{" + String.join(",", members) + "}"))
                .map(text -> text);
    }

    @Provide
    Arbitrary<String> queries() {
        return fragments(QUERY_PARTS);
    }

    @Provide
    Arbitrary<String> expressions() {
        return fragments(EXPRESSION_PARTS);
    }

    private static final List<String> QUERY_PARTS = List.of(
            "fields",
            "filter",
            "stats",
            "sort",
            "parse",
            "limit",
            "SOURCE",
            "|",
            ",",
            "(",
            ")",
            "[",
            "]",
            "name",
            "@message",
            "`attributes.sre.user_id`",
            "`",
            "'aws/spans'",
            "'",
            "\"x\"",
            "/^tool\\./",
            "/",
            "(((",
            "like",
            "not",
            "in",
            "and",
            "as",
            "by",
            "=",
            "!=",
            "=~",
            "*",
            "-",
            "5m",
            "count(*)",
            "bin(1h)",
            "# c\n",
            "\n",
            "é",
            "\u2028",
            ".");
    private static final List<String> EXPRESSION_PARTS = List.of(
            "SEARCH(",
            "'{SREAgent/Production,AgentName} ",
            "MetricName=",
            "\"AgentRouting\"",
            "'",
            ")",
            "(",
            "[",
            "]",
            ",",
            "m1",
            "FILL(",
            "METRICS()",
            "+",
            "-",
            "AND",
            "NOT",
            "1.5e3",
            "SELECT",
            "AVG(x)",
            "FROM",
            "SCHEMA(",
            "WHERE",
            "GROUP BY",
            "{",
            "}",
            "=",
            ".",
            "\\\\");

    private static Arbitrary<String> fragments(List<String> parts) {
        return Arbitraries.of(parts).list().ofMaxSize(12).map(some -> String.join(" ", some));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static List<Finding> check(ContractMetric metric, String mention) {
        Contract contract = new Contract(
                Contract.VERSION, List.of(), List.of(), List.of(), List.of(), List.of(metric), List.of(), List.of());
        ConsumerCheck check = new ConsumerCheck(Vocabulary.of(List.of(contract)), Foreign.NONE);
        check.dashboard("d.json", widget(mention));
        return check.findings();
    }

    private static String widget(String metric) {
        return "{\"widgets\": [{\"type\": \"metric\", \"properties\": {\"metrics\": [" + metric + "]}}]}";
    }

    private static void assertEveryLineIsClear(List<Finding> findings) {
        assertThat(findings)
                .extracting(Finding::line)
                .allMatch(line -> line.matches("\\[SRE2\\d\\d] [dq]\\.(json|query):[1-9]\\d*:[1-9]\\d*\\b.*: .+[.?]"));
    }
}
