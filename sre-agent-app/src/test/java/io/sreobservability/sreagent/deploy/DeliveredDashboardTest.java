package io.sreobservability.sreagent.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.registry.model.Metric;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.name.SpanName;
import io.sreobservability.registry.reader.RegistryReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is delivered in {@code dashboards/} shows and asks only for what the standard defines. */
class DeliveredDashboardTest {
    private static final Pattern SEARCH = Pattern.compile(
            "SEARCH\\('\\{([^,}]+),([^}]+)} MetricName=\"(\\w+)\"((?: \\w+=\"[^\"]+\")*)', '(\\w+)', \\d+\\)");
    private static final Pattern ATTRIBUTE_PATH = Pattern.compile("`attributes\\.([^`]+)`");
    private static final Pattern SPAN_NAME = Pattern.compile("\\bname = \"([^\"]+)\"");
    private static final Set<String> SPAN_FIELDS = Set.of(
            "name", "kind", "traceId", "spanId", "startTimeUnixNano", "endTimeUnixNano", "durationNano", "status.code");

    private final Registry registry = RegistryReader.standard();
    private final JsonNode dashboard = JsonFile.read(DashboardsFolder.DASHBOARD);
    private final List<SavedQuery> queries = SavedQuery.readAll(DashboardsFolder.QUERIES);

    @Test
    void theDashboardIsValidAndNoWidgetOverlapsAnother() {
        assertThat(DashboardCheck.problems(dashboard)).isEmpty();
    }

    @Test
    void everyPanelIsThereWithItsDescriptionAbove() {
        List<JsonNode> texts = widgets("text");

        assertThat(texts)
                .extracting(DeliveredDashboardTest::heading)
                .containsExactly(
                        "# SRE agent",
                        "## Agent Routing Heatmap",
                        "## Error Rate by Component",
                        "## Tool Execution Waterfall",
                        "## Memory Operation Latency",
                        "## Investigation Timeline",
                        "## Comparison of Users");
        for (JsonNode text : texts.subList(1, texts.size())) {
            assertThat(text.path("properties")
                            .path("markdown")
                            .asText()
                            .lines()
                            .skip(1)
                            .findFirst())
                    .as(heading(text))
                    .hasValueSatisfying(description -> assertThat(description).hasSizeGreaterThan(60));
            assertThat(widgets()).as(heading(text)).anySatisfy(below -> {
                assertThat(below.path("y").asInt())
                        .isEqualTo(text.path("y").asInt() + text.path("height").asInt());
                assertThat(below.path("x").asInt()).isEqualTo(text.path("x").asInt());
                assertThat(below.path("type").asText()).isNotEqualTo("text");
            });
        }
    }

    @Test
    void everyMetricShownIsPublishedUnderExactlyTheseDimensions() {
        List<String> shown = new ArrayList<>();
        for (JsonNode widget : widgets("metric")) {
            for (JsonNode row : widget.path("properties").path("metrics")) {
                if (row.get(0).isTextual()) {
                    shown.add(requirePublished(row));
                }
            }
            for (MatchResult search : searches(widget)) {
                shown.add(requirePublished(
                        search.group(1), search.group(3), Set.of(search.group(2).split(","))));
            }
        }
        assertThat(new TreeSet<>(shown))
                .containsExactly(
                        "AgentInvocation",
                        "AgentRouting",
                        "ComponentError",
                        "MemoryCacheHit",
                        "MemoryCacheMiss",
                        "MemoryOperation",
                        "ToolExecution");
    }

    @Test
    void everySearchIsUnderstoodByThisTest() {
        widgets("metric").forEach(widget -> {
            String json = widget.toString().replace("\\\"", "\"");
            assertThat(json.split("SEARCH\\(", -1).length - 1)
                    .as(widget.path("properties").path("title").asText())
                    .isEqualTo(searches(widget).size());
        });
    }

    @Test
    void percentilesOfAgentsComeFromTheSeriesWithoutUsers() {
        widgets("metric").stream()
                .flatMap(widget -> searches(widget).stream())
                .filter(search -> search.group(3).equals("AgentInvocation"))
                .filter(search -> search.group(5).startsWith("p"))
                .forEach(search -> assertThat(search.group(2)).isEqualTo("AgentName"));
    }

    @Test
    void everyStrategyOfTheStandardHasItsLines() {
        String memory = widgets("metric").toString();

        assertThat(memory).contains("\"Strategy\",\"user_preferences\"", "\"Strategy\",\"infrastructure\"");
        Set<String> strategies = new HashSet<>();
        Matcher values = Pattern.compile("\"Strategy\",\"(\\w+)\"").matcher(memory);
        values.results().forEach(value -> strategies.add(value.group(1)));
        assertThat(strategies).containsExactlyInAnyOrder("user_preferences", "infrastructure", "investigations");
    }

    @Test
    void theFiveKindsOfQueriesAreThereAndThoseOfThePlaybook() {
        assertThat(queries)
                .extracting(SavedQuery::name)
                .containsExactly(
                        "SREAgent/Find investigations by user",
                        "SREAgent/Slowest operations",
                        "SREAgent/Error correlation across agents",
                        "SREAgent/Memory cache hit rates",
                        "SREAgent/Tool usage patterns",
                        "SREAgent/Playbook: slow investigation",
                        "SREAgent/Playbook: failing tool",
                        "SREAgent/Playbook: coordination",
                        "SREAgent/Playbook: memory misses",
                        "SREAgent/Playbook: wrong routing",
                        "SREAgent/Playbook: missing telemetry",
                        "SREAgent/Playbook: cost surprise");
        assertThat(queries).extracting(SavedQuery::logGroup).containsOnly("aws/spans");
    }

    @Test
    void everyAttributeAskedForIsInTheStandardAndInBackticks() {
        queryTexts().forEach(query -> {
            ATTRIBUTE_PATH
                    .matcher(query)
                    .results()
                    .forEach(path -> assertThat(registry.attribute(path.group(1)))
                            .as(path.group(1) + " in " + query)
                            .isPresent());
            assertThat(query.replaceAll("`[^`]+`", ""))
                    .as("paths with an underscore give no rows without backticks")
                    .doesNotContain("attributes.");
        });
    }

    @Test
    void everySpanNameAskedForIsInTheStandard() {
        queryTexts()
                .forEach(query -> SPAN_NAME
                        .matcher(query)
                        .results()
                        .forEach(
                                name -> assertThat(SpanName.parse(name.group(1)).flatMap(registry::familyOf))
                                        .as(name.group(1))
                                        .isPresent()));
    }

    @Test
    void everyFieldInPlainTextIsAFieldOfSpansOrNamedInTheQuery() {
        Pattern camelCaseField = Pattern.compile("\\b([a-z]+(?:[A-Z][a-zA-Z]*)|status\\.\\w+)\\b");
        queryTexts()
                .forEach(query -> camelCaseField
                        .matcher(query.replaceAll("`[^`]+`|\"[^\"]*\"|\\b(fromMillis|ispresent)\\b", ""))
                        .results()
                        .forEach(field -> assertThat(SPAN_FIELDS).as(query).contains(field.group(1))));
    }

    private String requirePublished(JsonNode row) {
        Set<String> dimensions = new HashSet<>();
        for (int i = 2; i + 1 < row.size() && row.get(i).isTextual(); i += 2) {
            dimensions.add(row.get(i).asText());
        }
        return requirePublished(row.get(0).asText(), row.get(1).asText(), dimensions);
    }

    private String requirePublished(String namespace, String name, Set<String> dimensions) {
        Metric metric = registry.metrics().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name + " in the standard"));
        assertThat(namespace).isEqualTo(metric.namespace());
        assertThat(metric.dimensionSets()).as(name).extracting(HashSet::new).contains(new HashSet<>(dimensions));
        return name;
    }

    private static List<MatchResult> searches(JsonNode widget) {
        List<MatchResult> found = new ArrayList<>();
        for (JsonNode row : widget.path("properties").path("metrics")) {
            SEARCH.matcher(row.get(0).path("expression").asText()).results().forEach(found::add);
        }
        return found;
    }

    private Stream<String> queryTexts() {
        return Stream.concat(
                queries.stream().map(SavedQuery::query),
                widgets("log").stream()
                        .map(widget -> widget.path("properties").path("query").asText()));
    }

    private List<JsonNode> widgets(String type) {
        return widgets().stream()
                .filter(widget -> widget.path("type").asText().equals(type))
                .toList();
    }

    private List<JsonNode> widgets() {
        List<JsonNode> widgets = new ArrayList<>();
        dashboard.path("widgets").forEach(widgets::add);
        return widgets;
    }

    private static String heading(JsonNode text) {
        return text.path("properties")
                .path("markdown")
                .asText()
                .lines()
                .findFirst()
                .orElse("");
    }
}
