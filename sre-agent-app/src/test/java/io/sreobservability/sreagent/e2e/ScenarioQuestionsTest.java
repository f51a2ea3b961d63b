package io.sreobservability.sreagent.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sreobservability.sreagent.demo.Scenario;
import io.sreobservability.sreagent.e2e.InProcessSystem.Run;
import io.sreobservability.testing.SreTelemetryExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The three scenarios, sent to a stand-in as the product sends them: every delivered query and every widget of the dashboard
 * answers what the spans say, counted without them.
 */
@ResourceLock(SreTelemetryExtension.RESOURCE)
final class ScenarioQuestionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DASHBOARDS = Path.of("..", "dashboards");

    @TempDir
    private static Path folder;

    private static final List<Run> RUNS = new ArrayList<>();
    private static StandInQuestions standIn;

    @BeforeAll
    static void runAllScenarios() throws Exception {
        standIn = new StandInQuestions();
        try (InProcessSystem system = InProcessSystem.withDeltas()) {
            for (Scenario scenario : Scenario.values()) {
                for (String user : scenario.users()) {
                    Run run = system.investigate(
                            scenario.question(),
                            user,
                            folder.resolve(scenario + user),
                            scenario == Scenario.KILLED_BACKEND);
                    standIn.send(run);
                    RUNS.add(run);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @TestFactory
    List<DynamicTest> everySavedQueryAnswersWhatTheSpansSay() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode query :
                JSON.readTree(DASHBOARDS.resolve("insights-queries.json").toFile())) {
            String name = query.get("name").asText();
            String text = "SOURCE '" + query.get("logGroup").asText() + "' | # " + name + "\n"
                    + query.get("query").asText();
            tests.add(DynamicTest.dynamicTest(name, () -> assertRows(name, text)));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> everyWidgetShowsWhatTheSpansSay() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode widget : JSON.readTree(
                        DASHBOARDS.resolve("cloudwatch-dashboard.json").toFile())
                .get("widgets")) {
            JsonNode properties = widget.get("properties");
            String title = properties.path("title").asText();
            switch (widget.get("type").asText()) {
                case "text" -> {} // Asks nothing.
                case "log" ->
                    tests.add(DynamicTest.dynamicTest(
                            title,
                            () -> assertRows(title, properties.get("query").asText())));
                case "metric" -> tests.add(DynamicTest.dynamicTest(title, () -> assertSeries(title, properties)));
                default -> throw new AssertionError("a widget that this test does not know: " + widget);
            }
        }
        return tests;
    }

    private static void assertRows(String name, String query) {
        List<SpanData> spans =
                RUNS.stream().flatMap(run -> run.spans().stream()).toList();

        assertThat(SpanSet.rounded(standIn.rows(query)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(new ExpectedRows(new SpanSet(spans)).of(name))
                .isSortedAccordingTo(ExpectedOrder.of(name));
    }

    private static void assertSeries(String title, JsonNode properties) throws Exception {
        Map<String, Double> expected = new ExpectedSeries(RUNS).of(title);
        Map<String, Double> shown = new TreeMap<>();
        standIn.series(properties).forEach(series -> {
            for (int i = 0; i < series.values().size(); i++) {
                shown.put(
                        series.label() + " " + series.timestamps().get(i),
                        series.values().get(i));
            }
        });

        assertThat(shown.keySet()).isNotEmpty().isEqualTo(expected.keySet());
        shown.forEach((point, value) -> assertThat(value)
                .as(point)
                .isCloseTo(expected.get(point), within(ExpectedSeries.tolerance(title) * expected.get(point) + 1e-9)));
    }
}
