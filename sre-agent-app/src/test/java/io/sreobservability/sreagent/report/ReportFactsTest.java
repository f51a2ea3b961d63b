package io.sreobservability.sreagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Severity;
import io.sreobservability.sreagent.memory.SeedMemoryStore;
import io.sreobservability.sreagent.report.IncidentBench.Outcome;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report against real backends: what it says is what they answered. */
class ReportFactsTest {
    private static final String SLOW = "API response times have degraded 3x in the last hour";
    private static final String CRASHING = "Database pods are crash looping in production";
    private static IncidentBench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = new IncidentBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void aNumberChangedInTheDataIsChangedInTheReport() {
        String report = investigate(
                        SLOW, answer -> answer.replaceAll("\"response_time_ms\":\\s*5000", "\"response_time_ms\":7777"))
                .report();

        assertThat(report.lines()
                        .filter(line -> line.startsWith("- response time of web-service") && line.contains("rose")))
                .singleElement()
                .asString()
                .contains("to 7777 ms", "(51.8x)");
        assertThat(report).doesNotContainPattern("response time of web-service[^;\\n]* 5000 ms");
    }

    @Test
    void aQuoteChangedInTheDataIsChangedInTheReport() {
        String report = investigate(SLOW, answer -> answer.replace("database-config", "other-config"))
                .report();

        assertThat(report).contains("other-config").doesNotContain("database-config");
    }

    @Test
    void lostDataInAnAnswerIsCriticalAndEscalatesToEverybodyWithALowerThreshold() {
        Outcome outcome =
                investigate(SLOW, answer -> answer.replace("Circuit breaker for the database is open", "data loss"));

        assertThat(outcome.investigation().summary().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(outcome.report())
                .containsPattern("\\*\\*Severity:\\*\\* Critical: \"data loss\" .*\\[(get_error_logs|search_logs)]")
                .contains("**Escalate now**: severity Critical is above Alice's threshold high.");
    }

    @Test
    void nextStepsComeFromThePlaybookWhenTheRunbooksAgentRan() {
        Outcome outcome = investigate(CRASHING, UnaryOperator.identity());

        String playbooks = String.join("", outcome.answers().values());
        assertThat(outcome.investigation().summary().nextSteps()).isNotEmpty().allMatch(playbooks::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "Why is the payment service down?, payment-service",
        "which runbook is there for the auth-service, auth-service"
    })
    void aServiceTheDataDoesNotKnowIsSaidToBeMissingAndGivenNoCause(String query, String service) {
        Outcome outcome = investigate(query, UnaryOperator.identity());

        assertThat(outcome.investigation().notFound()).containsExactly(service);
        assertThat(outcome.report())
                .contains("no tool answer mentions " + service)
                .contains("**Root cause:** No tool answer mentions " + service + ", so nothing is known of it.");
    }

    @Test
    void aServiceTheDataKnowsIsNotSaidToBeMissing() {
        Investigation investigation = investigate("web-service answers slowly", UnaryOperator.identity())
                .investigation();

        assertThat(investigation.notFound()).isEmpty();
    }

    @Test
    void controlCharactersOfAnAnswerDoNotReachTheReport() {
        String report = investigate(
                        SLOW, answer -> answer.replace("database-config", "evil\\u001b[31m\\u202e\\ud800config"))
                .report();

        assertThat(report).contains("evil").doesNotContain("\u001B", "\u202E", "\uD800");
    }

    private static Outcome investigate(String query, UnaryOperator<String> change) {
        return bench.investigate("Alice", query, SeedMemoryStore.load(), change);
    }
}
