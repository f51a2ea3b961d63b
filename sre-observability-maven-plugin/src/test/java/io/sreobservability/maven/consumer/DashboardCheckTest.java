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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a dashboard is found, with its place. */
class DashboardCheckTest {
    private static final Path DASHBOARD = Path.of("..", "dashboards", "cloudwatch-dashboard.json");
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(TestContract.ofAnAgentApplication()));
    private static final String WIDGET = """
            {"widgets": [
              {"type": "metric", "properties": {"metrics": [
                %s
              ]}}
            ]}
            """;

    @Test
    void theDeliveredDashboardNamesOnlyWhatAnAgentApplicationEmits() throws Exception {
        ConsumerCheck check = new ConsumerCheck(VOCABULARY, Foreign.NONE);

        check.dashboard("d.json", Files.readString(DASHBOARD));

        assertThat(check.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"`attributes\\.([^`]+)`", "MetricName=\\\\\"(\\w+)", "name = \\\\\"([a-z_.]+)"})
    void whateverIsRenamedInTheContractIsAFindingInTheDeliveredFiles(String names) throws Exception {
        String dashboard = Files.readString(DASHBOARD);
        String queries = Files.readString(DASHBOARD.resolveSibling("insights-queries.json"));
        Set<String> named = Pattern.compile(names)
                .matcher(dashboard + queries)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());

        assertThat(named).isNotEmpty().allSatisfy(name -> {
            ConsumerCheck check = new ConsumerCheck(VOCABULARY, Foreign.NONE);
            check.dashboard("d.json", dashboard.replace(name, name + "_old"));
            check.queries("q.json", queries.replace(name, name + "_old"));
            assertThat(check.findings()).isNotEmpty();
        });
    }

    static Stream<Arguments> wrongMetrics() {
        String metric = "$.widgets[0].properties.metrics[0]";
        return Stream.of(
                arguments(
                        """
                        ["SREAgent/Prod", "ToolExecution", "ToolName", "x", "AgentName", "y"]""",
                        "[SRE222] d.json:3:6 " + metric
                                + "[0]: no contract has metrics in the namespace \"SREAgent/Prod\"."),
                arguments(
                        """
                        ["SREAgent/Productoin", "ToolExecution", "ToolName", "x", "AgentName", "y"]""",
                        "[SRE222] d.json:3:6 " + metric + "[0]: no contract has metrics in the namespace"
                                + " \"SREAgent/Productoin\". Did you mean \"SREAgent/Production\"?"),
                arguments(
                        """
                        ["SREAgent/Production", "ToolExecutions", "ToolName", "x", "AgentName", "y"]""",
                        "[SRE223] d.json:3:29 " + metric + "[1]: no contract emits the metric \"ToolExecutions\"."
                                + " Did you mean \"ToolExecution\"?"),
                arguments(
                        """
                        ["SREAgent/Production", "ToolExecution", "Toolname", "x", "AgentName", "y"]""",
                        "[SRE224] d.json:3:46 " + metric + "[2]: the metric \"ToolExecution\" has no dimension"
                                + " \"Toolname\". Did you mean \"ToolName\"?"),
                arguments(
                        """
                        ["SREAgent/Production", "ToolExecution", "ToolName", "x"]""",
                        "[SRE225] d.json:3:5 " + metric + ": the metric \"ToolExecution\" is not published with the"
                                + " dimensions {ToolName}, only with {ToolName, AgentName}."),
                arguments(
                        """
                        ["SREAgent/Production", "ToolExecution", "ToolName"]""",
                        "[SRE221] d.json:3:5 " + metric
                                + ": expected namespace, name and pairs of dimension and value, found 3 texts."),
                arguments(
                        """
                        [".", "ToolExecution"]""",
                        "[SRE221] d.json:3:6 " + metric
                                + "[0]: expected a metric above that \".\" can repeat, found none so long."),
                // Repeating what stands above repeats it: the dimension is wrong in the second line only.
                arguments(
                        """
                        ["SREAgent/Production", "AgentInvocation", "AgentName", "logs"],
                        ["...", "metrics"],
                        [".", ".", "Agentname", "."]""",
                        "[SRE224] d.json:5:12 $.widgets[0].properties.metrics[2][2]: the metric \"AgentInvocation\" has"
                                + " no dimension \"Agentname\". Did you mean \"AgentName\"?"),
                // In a search: the very character of the line, although the name stands behind escapes.
                arguments(
                        """
                        [{"expression": "SEARCH('{SREAgent/Production,AgentName} MetricName=\\"AgentRoutin\\"', 'Sum')"}]""",
                        "[SRE223] d.json:3:73 " + metric + "[0].expression: no contract emits the metric"
                                + " \"AgentRoutin\". Did you mean \"AgentRouting\"?"),
                arguments(
                        """
                        [{"expression": "SEARCH('{SREAgent/Production,Name} MetricName=\\"ComponentError\\"', 'Sum')"}]""",
                        "[SRE225] d.json:3:30 " + metric + "[0].expression: the metric \"ComponentError\" is not"
                                + " published with the dimensions {Name}, only with {Component, Name, ErrorType}."),
                arguments(
                        """
                        [{"expression": "SEARCH('{SREAgent/Production,AgentName} MetricName=\\"AgentRouting\\" Agentname=\\"x\\"', 'Sum')"}]""",
                        "[SRE224] d.json:3:90 " + metric
                                + "[0].expression: the metric \"AgentRouting\" has no dimension"
                                + " \"Agentname\". Did you mean \"AgentName\"?"),
                arguments(
                        """
                        [{"expression": "SEARCH('{SREAgent/Production,AgentName} AgentRouting', 'Sum')"}]""",
                        "[SRE230] d.json:3:62 " + metric
                                + "[0].expression: this cannot be checked: \"AgentRouting\" may"
                                + " be a part of any name or value; write MetricName=, Namespace= or a dimension before"
                                + " it."),
                arguments(
                        """
                        [{"expression": "m1 + FIL(m2, 0)", "id": "m2"}]""",
                        "[SRE230] d.json:3:27 " + metric
                                + "[0].expression: this cannot be checked: \"FIL\" is no known function of metric math."),
                arguments(
                        """
                        [{"expression": "100 * erors / FILL(calls, 0)"}],
                        ["AWS/Usage", "CallCount", {"id": "errors"}], ["AWS/Usage", "CallCount", {"id": "calls"}]""",
                        "[SRE231] d.json:3:28 " + metric + "[0].expression: no metric of this widget has the id"
                                + " \"erors\". Did you mean \"errors\"?"),
                arguments(
                        """
                        [{"expression": "SELECT AVG(ToolExecutoin) FROM SCHEMA(\\"SREAgent/Production\\", AgentName)"}]""",
                        "[SRE223] d.json:3:33 " + metric + "[0].expression: no contract emits the metric"
                                + " \"ToolExecutoin\". Did you mean \"ToolExecution\"?"),
                arguments(
                        """
                        [{"expression": "SELECT AVG(ToolExecution) FROM \\"SREAgent/Production\\" GROUP BY UserID"}]""",
                        "[SRE224] d.json:3:86 " + metric + "[0].expression: the metric \"ToolExecution\" has no"
                                + " dimension \"UserID\"."),
                arguments(
                        """
                        [{"expression": "SELECT AVG(ToolExecution) FROM"}]""",
                        "[SRE230] d.json:3:52 " + metric
                                + "[0].expression: this cannot be checked: expected a namespace, found the end."));
    }

    @ParameterizedTest
    @MethodSource("wrongMetrics")
    void aWrongPartOfAMetricIsNamedWithItsPlaceAndTheNearestName(String metrics, String expected) {
        assertThat(dashboard(WIDGET.formatted(metrics))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                ["SREAgent/Production", "AgentInvocation", "AgentName", "logs"]""",
                """
                ["SREAgent/Production", "AgentInvocation", "UserID", "u", "AgentName", "logs", {"stat": "p95"}]""",
                """
                ["AWS/Usage", "CallCount", "Service", "X-Ray", "Type", "API"]""",
                """
                [{"expression": "SEARCH('{AWS/Usage,Service} anything at all', 'Sum')"}]""",
                """
                [{"expression": "SEARCH('{SREAgent/Production} MetricName=Tool', 'Sum', 60)"}]""",
                """
                [{"expression": "SEARCH('{SREAgent/Production,AgentName} MetricName=(\\"AgentRouting\\" OR \\"AgentInvocation\\")', 'Sum')"}]""",
                """
                [{"expression": "SEARCH('Namespace=\\"SREAgent/Production\\" NOT Strategy=\\"x\\" MetricName=\\"MemoryCacheHit\\"', 'Sum')"}]""",
                """
                [{"expression": "SEARCH('{SREAgent/Production,AgentName} NOT MetricName=\\"Legacy\\" MetricName=(\\"AgentRouting\\" NOT \\"Old\\") NOT (Agentname=x AND old)', 'Sum')"}]""",
                """
                [{"expression": "IF(m1 > 0 AND NOT m2, [m1, -m2], FILL(METRICS(\\"m\\"), REPEAT))"}],
                ["AWS/Usage", "CallCount", {"id": "m1"}], ["AWS/Usage", "CallCount", {"id": "m2"}]""",
                """
                [{"expression": "SELECT MAX(AgentInvocation) FROM SCHEMA(\\"SREAgent/Production\\", AgentName, UserID) WHERE AgentName = 'logs' AND UserID != 'x' GROUP BY UserID ORDER BY MAX() DESC LIMIT 5"}]""",
            })
    void whatIsEmittedOrOfAnAllowedNamespacePasses(String metrics) {
        assertThat(dashboard(WIDGET.formatted(metrics))).isEmpty();
    }

    static Stream<Arguments> wrongParts() {
        return Stream.of(
                arguments(
                        "{'widgets': [{'type': 'metric', 'properties': {'title': 'x'}}]}",
                        "[SRE221] d.json:1:47 $.widgets[0].properties: expected a metric widget with a list of"
                                + " \"metrics\" that is not empty, found an object."),
                arguments(
                        "{'widgets': [{'type': 'metric', 'properties': {'metrics': []}}]}",
                        "[SRE221] d.json:1:47 $.widgets[0].properties: expected a metric widget with a list of"
                                + " \"metrics\" that is not empty, found an object."),
                arguments(
                        "{'widgets': [{'type': 'metric', 'properties': {'metric': [], 'annotations': {'alarms': ['a']}}}]}",
                        "[SRE230] d.json:1:58 $.widgets[0].properties.metric: this cannot be checked: \"metric\" is no"
                                + " known property of a metric widget. Did you mean \"metrics\"?"),
                arguments(
                        WIDGET.formatted("['AWS/Usage', 'CallCount', {'expresion': 'SELECT 1'}]"),
                        "[SRE230] d.json:3:46 $.widgets[0].properties.metrics[0][2].expresion: this cannot be checked:"
                                + " \"expresion\" is no known option of a metric. Did you mean \"expression\"?"),
                arguments(
                        WIDGET.formatted("['SREAgent/Production', 'AgentRouting', 'AgentName', 'x', 'AgentName', 'y']"),
                        "[SRE221] d.json:3:63 $.widgets[0].properties.metrics[0][4]: expected each dimension once, found"
                                + " \"AgentName\" again."),
                arguments(
                        WIDGET.formatted("['AWS/Usage', 'A', {'id': 'm'}], ['AWS/Usage', 'B', {'id': 'm'}]"),
                        "[SRE221] d.json:3:64 $.widgets[0].properties.metrics[1][2].id: expected an id that no other"
                                + " metric of the widget has, found \"m\" again."),
                arguments(
                        "{'widgets': [{'type': 'explorer', 'properties': {'metrics': [{'metricName': 'ToolExec'}]}}]}",
                        "[SRE230] d.json:1:77 $.widgets[0].properties.metrics[0].metricName: this cannot be checked: in"
                                + " which namespace an explorer finds the metric \"ToolExec\"; use a metric widget."),
                arguments(
                        "{'widgets': [], 'variables': [{'type': 'property', 'property': 'AgentNam'}]}",
                        "[SRE224] d.json:1:64 $.variables[0].property: what this variable can set has no dimension"
                                + " \"AgentNam\". Did you mean \"AgentName\"?"),
                arguments(
                        "{'widgets': [], 'variables': [{'type': 'property', 'property': 'region', 'populateFrom': 'ToolNme'}]}",
                        "[SRE224] d.json:1:90 $.variables[0].populateFrom: what this variable can set has no dimension"
                                + " \"ToolNme\". Did you mean \"ToolName\"?"),
                arguments(
                        "{'widgets': [], 'variables': [{'type': 'pattern', 'pattern': 'ToolExecution'}]}",
                        "[SRE230] d.json:1:62 $.variables[0].pattern: this cannot be checked: what the dashboard says"
                                + " once the variable has replaced \"ToolExecution\"; only a whole namespace can be"
                                + " followed."));
    }

    @ParameterizedTest
    @MethodSource("wrongParts")
    void whatAWidgetOrVariableNamesInAnotherMemberIsCheckedToo(String dashboard, String expected) {
        assertThat(dashboard(dashboard.replace('\'', '"'))).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'property', 'property': 'region', 'inputType': 'input'}",
                "{'type': 'property', 'property': 'AgentName', 'inputType': 'input'}",
                "{'type': 'pattern', 'pattern': 'SREAgent/Production'}",
                "{'type': 'property', 'property': 'Service', 'search': '{AWS/Usage,Service} x', 'populateFrom': 'Service'}",
            })
    void aVariableOverWhatIsPublishedPasses(String variable) {
        assertThat(dashboard(
                        "{'widgets': [], 'variables': [%s]}".formatted(variable).replace('\'', '"')))
                .isEmpty();
    }

    @Test
    void allProblemsOfAFileAreFoundInOneGoFromTopToBottom() {
        assertThat(dashboard("""
                {
                  "variables": [{"type": "property", "search": "{SREAgent/Production,Agent} MetricName=\\"AgentRouting\\"", "property": "AgentName"}],
                  "widgets": [
                    {"type": "chart", "properties": {}},
                    {"type": "log", "properties": {"queryLanguage": "SQL", "query": "SELECT 1"}},
                    {"type": "log", "properties": {"region": "us-east-1"}},
                    {"type": "log", "properties": {"query": "SOURCE 'aws/spans' | filter nam = 'x' and `attributes.sre.usr_id` = 'y'"}},
                    {"type": "metric", "properties": {"metrics": [[], ["SREAgent/Production", 7]]}},
                    {"type": "alarm"}, {"type": "text"}, 7
                  ]
                }"""))
                .extracting(line -> line.replaceFirst(" \\$.*", ""))
                .containsExactly(
                        "[SRE224] d.json:2:70",
                        "[SRE230] d.json:4:14",
                        "[SRE230] d.json:5:53",
                        "[SRE221] d.json:6:35",
                        "[SRE228] d.json:7:74",
                        "[SRE227] d.json:7:88",
                        "[SRE221] d.json:8:51",
                        "[SRE221] d.json:8:79",
                        "[SRE221] d.json:9:42");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "''|[SRE220] d.json:1:1: this file cannot be read: it is empty.",
                "'{} {}'|[SRE220] d.json:1:4 $: this file cannot be read: there is a second document.",
                "[]|[SRE221] d.json:1:1 $: expected a dashboard: an object with \"\"widgets\"\", found a list.",
            })
    void whatIsNoDashboardIsRefusedAtItsPlace(String content, String expected) {
        assertThat(dashboard(content.replace("'", ""))).containsExactly(expected.replace("\"\"", "\""));
    }

    @Test
    void aMemberWrittenTwiceIsRefusedBecauseOneOfThemWouldBeIgnored() {
        assertThat(dashboard("{\"widgets\": [],\n \"widgets\": []}"))
                .singleElement()
                .asString()
                .startsWith("[SRE220] d.json:2:")
                .contains("widgets");
    }

    private static List<String> dashboard(String content) {
        ConsumerCheck check =
                new ConsumerCheck(VOCABULARY, new Foreign(Set.of("AWS/Usage"), Set.of(), Set.of(), Set.of()));
        check.dashboard("d.json", content);
        return check.findings().stream().map(Finding::line).toList();
    }
}
