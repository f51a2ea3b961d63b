package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.agent.Finding.Measure;
import io.sreobservability.sreagent.agent.Finding.MeasureType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityRuleTest {

    @ParameterizedTest
    @CsvSource({
        "RESPONSE_TIME, ms, 150, 5000, HIGH",
        "RESPONSE_TIME, s, 1, 5, HIGH",
        "RESPONSE_TIME, sec, 1, 5, HIGH",
        "RESPONSE_TIME, Seconds, 1, 6, HIGH",
        "RESPONSE_TIME, minutes, 0.01, 0.1, HIGH",
        "RESPONSE_TIME, us, 150, 5000, MEDIUM",
        "RESPONSE_TIME, us, 150, 5000000, HIGH",
        "RESPONSE_TIME, milliseconds, 150, 5000, HIGH",
        "RESPONSE_TIME, requests, 150, 9000, LOW",
        "RESPONSE_TIME, '', 150, 9000, LOW",
        "RESPONSE_TIME, ms, 150, 4999, MEDIUM",
        "RESPONSE_TIME, ms, 150, 299, LOW",
        "ERROR_RATE, %, 0.5, 100, CRITICAL",
        "ERROR_RATE, %, 0.5, 50, HIGH",
        "ERROR_RATE, %, 0.5, 49.9, MEDIUM",
        "ERROR_RATE, %, 0.5, 4.9, LOW",
        "AVAILABILITY, %, 99.99, 0, CRITICAL",
        "AVAILABILITY, %, 99.99, 10, HIGH",
        "AVAILABILITY, %, 99.99, 50, HIGH",
        "AVAILABILITY, %, 99.99, 50.1, MEDIUM",
        "AVAILABILITY, %, 99.99, 99.8, MEDIUM",
        "AVAILABILITY, %, 99.99, 99.95, LOW",
        "OTHER, %, 0, 100, LOW"
    })
    void severityIsWhatUsersSee(MeasureType type, String unit, double first, double last, Severity severity) {
        Finding seen = finding(true, new Measure(type, unit, first, last, ""));

        assertThat(SeverityRule.judge(List.of(seen)).severity()).isEqualTo(severity);
    }

    @Test
    void aServiceNoUserSeesDoesNotRaiseIt() {
        Finding database = finding(false, new Measure(MeasureType.ERROR_RATE, "%", 100, 100, ""));

        assertThat(SeverityRule.judge(List.of(database)).severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void theWorstFindingDecidesAndIsNamed() {
        Finding medium = finding(true, new Measure(MeasureType.ERROR_RATE, "%", 1, 20, ""));
        Finding high = finding(true, new Measure(MeasureType.RESPONSE_TIME, "ms", 100, 6000, ""));

        SeverityRule.Verdict verdict = SeverityRule.judge(Arrays.asList(medium, high));

        assertThat(verdict.severity()).isEqualTo(Severity.HIGH);
        assertThat(verdict.because()).contains(high);
    }

    @ParameterizedTest
    @CsvSource({"DATA_LOSS", "SECURITY"})
    void lostDataAndAttacksAreCriticalWhereverAnAnswerTellsOfThem(Finding.Kind harm) {
        assertThat(SeverityRule.judge(List.of(message(harm, "search_logs", true)))
                        .severity())
                .isEqualTo(Severity.CRITICAL);
        assertThat(SeverityRule.judge(List.of(message(harm, "", true))).severity())
                .as("said by a model alone")
                .isEqualTo(Severity.LOW);
        assertThat(SeverityRule.judge(List.of(message(harm, "search_logs", false)))
                        .severity())
                .isEqualTo(Severity.LOW);
    }

    @Test
    void aFigureThatNamesNoToolDecidesNothing() {
        Finding outage = finding(true, new Measure(MeasureType.ERROR_RATE, "%", 0, 100, ""));

        assertThat(SeverityRule.judge(List.of(outage)).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(SeverityRule.judge(List.of(outage.withSourceOf(Set.of("another"))))
                        .severity())
                .isEqualTo(Severity.LOW);
    }

    private static Finding message(Finding.Kind kind, String tool, boolean problem) {
        return new Finding(kind, "store", "text", tool, problem, false, false, 0.5, null, List.of());
    }

    private static Finding finding(boolean userFacing, Measure measure) {
        return new Finding(
                Finding.Kind.TREND, "shop", "text", "tool", true, false, userFacing, 0.5, measure, List.of());
    }
}
