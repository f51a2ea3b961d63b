package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.memory.MemoryStore;
import io.sreobservability.sreagent.memory.MemoryStrategy;
import io.sreobservability.sreagent.memory.PreferenceType;
import io.sreobservability.sreagent.memory.Seed;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.memory.UserPreference;
import io.sreobservability.sreagent.memory.local.HashingEmbedder;
import io.sreobservability.sreagent.memory.local.LocalMemoryStore;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.report.IncidentBench.Outcome;
import io.sreobservability.testing.RecordedTelemetry;
import io.sreobservability.testing.SreTelemetryTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same incident for different readers: what each gets to read, how long it takes to write, and who is told. */
@SreTelemetryTest
class PersonalReportTest {
    private static final String SLOW = "API response times have degraded 3x in the last hour";
    private static final String CRASHING = "Database pods are crash looping in production";
    private static IncidentBench bench;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        bench = new IncidentBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"Alice, SLOW, 800", "Carol, SLOW, 600", "Alice, CRASHING, 1200", "Carol, CRASHING, 600"})
    void writingTheReportTakesAsLongAsTheRequirementsSayForWhatTheReaderWants(String user, String query, long millis) {
        List<Duration> waits = new ArrayList<>();
        ThinkTime times = ThinkTime.requirements(waits::add);

        bench.investigate(
                user,
                query.equals("SLOW") ? SLOW : CRASHING,
                SeedMemoryStore.load(),
                (model, role) -> role.equals(ThinkTime.AGGREGATE) ? times.pace(model, role) : model);

        assertThat(waits).containsExactly(Duration.ofMillis(millis));
    }

    @Test
    void escalationIsAnAttributeAndAMetricWithItsRollUpForCarolAlone(RecordedTelemetry telemetry) {
        bench.investigate("Alice", CRASHING, SeedMemoryStore.load());
        telemetry
                .assertSpan("supervisor.aggregate_results")
                .hasAttribute("sre.escalation_triggered", false)
                .hasNoAttribute("sre.escalation_type");
        telemetry.assertNoMetric("EscalationTriggered");

        bench.investigate("Carol", CRASHING, SeedMemoryStore.load());
        telemetry
                .assertMetric("EscalationTriggered")
                .hasPointCount(2)
                .hasPoint(Map.of("UserID", "Carol", "EscalationType", "severity_threshold"))
                .sum(1)
                .hasPoint(Map.of("EscalationType", "severity_threshold"))
                .sum(1);
        assertThat(telemetry.spans())
                .filteredOn(span -> span.getName().equals("supervisor.aggregate_results"))
                .last()
                .satisfies(span -> assertThat(span.getAttributes().asMap().toString())
                        .contains("sre.escalation_triggered=true", "sre.escalation_type=severity_threshold"));
    }

    @Test
    void whatBreaksOffAfterItsFindingsIsPartialAndEscalatesAllTheSame(RecordedTelemetry telemetry) {
        ChatModel broken = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                throw new IllegalStateException("unforeseen");
            }
        };

        Investigation carol = bench.investigate(
                        "Carol",
                        CRASHING,
                        SeedMemoryStore.load(),
                        (model, role) -> role.equals(ThinkTime.AGGREGATE) ? broken : model)
                .investigation();

        assertThat(carol.findings()).isNotEmpty();
        assertThat(carol.summary().rootCause())
                .startsWith("Not summed up, see the findings: the investigation broke off: an internal error");
        assertThat(JsonReport.of(carol).path("partial").asBoolean()).isTrue();
        telemetry
                .assertMetric("EscalationTriggered")
                .hasPointCount(2)
                .hasPoint(Map.of("UserID", "Carol", "EscalationType", "severity_threshold"))
                .sum(1);
    }

    @Test
    void bothReadersGetTheSameFindingsInAReportOfTheirOwn() {
        Outcome alice = bench.investigate("Alice", CRASHING, SeedMemoryStore.load());
        Outcome carol = bench.investigate("Carol", CRASHING, SeedMemoryStore.load());

        assertThat(JsonReport.of(alice.investigation()).path("partial").asBoolean(true))
                .isFalse();
        assertThat(carol.investigation().findings())
                .isEqualTo(alice.investigation().findings());
        assertThat(headings(alice))
                .containsExactly(
                        "Executive summary",
                        "Key findings",
                        "Evidence",
                        "Next steps",
                        "Troubleshooting steps",
                        "Escalation",
                        "Updates");
        assertThat(headings(carol))
                .containsExactly("Executive summary", "Business impact", "Next steps", "Escalation", "Updates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOTIFICATION|quiet_hours|14:00-15:00|go to #alice-alerts, #sre-team, from 15:00 on: it is in quiet hours",
                "NOTIFICATION|severity_filter|critical|None: severity High is below the critical from which on Alice",
                "NOTIFICATION|include_metrics|false|Updates without figures go to",
                "ESCALATION|escalation_threshold|medium|severity High is above Alice's threshold medium.",
                "ESCALATION|escalation_delay_minutes|7|If it is no better in 7 minutes, tell alice.manager@company.com.",
                "WORKFLOW|require_business_impact_analysis|true|- **Failing:** 75 % of the requests to web-service, 0.5 % before, since 14:21",
                "STYLE|preferred_timezone|Asia/Tokyo|since 23:21",
                "STYLE|preferred_timezone|Asia/Tokyo|- **Asked:** 2024-01-15 23:30 Asia/Tokyo"
            })
    void eachPreferenceShowsInTheReport(PreferenceType type, String setting, String value, String shown) {
        try (MemoryStore memory =
                new LocalMemoryStore(folder, Seed.standard(), new HashingEmbedder(), IncidentBench.CLOCK)) {
            Instant later = Instant.parse("2027-01-01T00:00:00Z");
            UserPreference wish = new UserPreference("Alice", type, Map.of(setting, value), "", later);
            UserPreference impact = new UserPreference(
                    "Alice", PreferenceType.STYLE, Map.of("focus_on_business_impact", true), "", later);
            memory.store(MemoryStrategy.USER_PREFERENCES.namespace("Alice"), List.of(wish, impact));

            assertThat(bench.investigate("Alice", SLOW, memory).report()).contains(shown);
        }
    }

    private static List<String> headings(Outcome outcome) {
        return outcome.report()
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }
}
