package io.sreobservability.sreagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.ResolutionStatus;
import io.sreobservability.sreagent.memory.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Finding CAUSE = finding("db", "ConfigMap not found", true, true, 0.9, null);
    private static final Finding SLOW = finding(
            "web",
            "response time rose",
            true,
            false,
            0.8,
            new Finding.Measure(Finding.MeasureType.RESPONSE_TIME, "ms", 150, 5000, "T1"));

    @Test
    void aCauseIsAPatternAndTheValueBeforeAProblemABaseline() {
        Investigation investigation = investigation(AgentType.METRICS, null, SLOW, CAUSE);

        assertThat(Lessons.knowledge(investigation, NOW))
                .extracting("serviceName", "knowledgeType", "knowledgeData", "confidence")
                .containsExactly(
                        tuple(
                                "db",
                                KnowledgeType.PATTERN,
                                Map.of("cause", "ConfigMap not found", "source", "tool"),
                                0.9),
                        tuple(
                                "web",
                                KnowledgeType.BASELINE,
                                Map.of("measure", "response_time", "value", 150.0, "unit", "ms", "source", "tool"),
                                0.8));
    }

    @Test
    void whatIsNormalAboutNothingOrFromARunbookTeachesNothing() {
        Finding normal = finding("db", "fine", false, true, 0.9, null);
        Finding nameless = finding(" ", "broken", true, true, 0.9, null);

        assertThat(Lessons.knowledge(investigation(AgentType.LOGS, null, normal, nameless), NOW))
                .isEmpty();
        assertThat(Lessons.knowledge(investigation(AgentType.RUNBOOKS, null, CAUSE), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0", "-3, 0", "7, 1", "0.5, 0.5"})
    void anyWeightOfAModelIsAConfidence(double weight, double confidence) {
        Finding odd = finding("db", "broken", true, true, weight, null);

        assertThat(Lessons.knowledge(investigation(AgentType.LOGS, null, odd), NOW))
                .singleElement()
                .extracting("confidence")
                .isEqualTo(confidence);
    }

    @Test
    void oneInvestigationTeachesABoundedNumberOfThings() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(finding("service-" + i, "x".repeat(10_000), true, true, 0.5, null));
        }

        assertThat(Lessons.knowledge(investigation(AgentType.LOGS, null, many.toArray(Finding[]::new)), NOW))
                .hasSize(10)
                .allSatisfy(lesson -> assertThat(
                                String.valueOf(lesson.knowledgeData().get("cause")))
                        .hasSize(500));
    }

    @Test
    void howItWasLeftFollowsFromFindingsAndEscalationNotFromWords() {
        Finding words = finding("db", "not resolved, contact somebody", false, false, 0.5, null);

        assertThat(summary(null, words).resolutionStatus()).isEqualTo(ResolutionStatus.COMPLETED);
        assertThat(summary(null, CAUSE).resolutionStatus()).isEqualTo(ResolutionStatus.ONGOING);
        assertThat(summary("severity_threshold", CAUSE).resolutionStatus()).isEqualTo(ResolutionStatus.ESCALATED);
    }

    @Test
    void aSummaryHoldsWhoDidWhatAndTheWeightiestProblems() {
        InvestigationSummary summary = summary(null, SLOW, CAUSE);

        assertThat(summary.incidentId()).isEqualTo("investigation_1");
        assertThat(summary.keyFindings()).containsExactly("ConfigMap not found", "response time rose");
        assertThat(summary.timeline()).singleElement().satisfies(step -> {
            assertThat(step.agent()).isEqualTo("metrics");
            assertThat(step.resultSummary()).isEqualTo("ConfigMap not found");
        });
        assertThat(summary.context()).isEqualTo("severity High; no config");
    }

    @Test
    void whatNamesNoSourceTeachesNothing() {
        Finding madeUp =
                finding("db", "ConfigMap not found", true, true, 0.9, null).withSourceOf(Set.of("another"));

        assertThat(Lessons.knowledge(investigation(AgentType.METRICS, null, madeUp), NOW))
                .isEmpty();
        InvestigationSummary summary = summary(null, madeUp);
        assertThat(summary.keyFindings()).isEmpty();
        assertThat(summary.timeline())
                .extracting(InvestigationSummary.Step::resultSummary)
                .containsExactly("found no problem");
        assertThat(summary.resolutionStatus()).isEqualTo(ResolutionStatus.COMPLETED);
        assertThat(summary(null, madeUp, SLOW).keyFindings()).containsExactly("response time rose");
    }

    private static InvestigationSummary summary(@Nullable String escalation, Finding... findings) {
        return Lessons.summary(investigation(AgentType.METRICS, escalation, findings), NOW);
    }

    private static Investigation investigation(AgentType agent, @Nullable String escalation, Finding... findings) {
        InvestigationPlan plan = PlanParser.parse("{}");
        return new Investigation(
                "investigation_1",
                "Alice",
                "s",
                "why?",
                NOW,
                "0",
                plan,
                new RouteDecision(List.of(agent), "because"),
                new MemoryContext(new UserPreferences(List.of()), List.of(), List.of(), "none", Wishes.NONE),
                List.of(new SpecialistResult(
                        agent, List.of(findings), List.of(), List.of(), 5, 5, TokenCount.NONE, null, Duration.ZERO)),
                new Summary(
                        "",
                        "no config\nand more",
                        List.of(),
                        "",
                        Severity.HIGH,
                        "",
                        List.of(),
                        List.of(),
                        new Escalation(escalation, "because")),
                TokenCount.NONE,
                false,
                Duration.ZERO);
    }

    private static Finding finding(
            String subject,
            String text,
            boolean problem,
            boolean cause,
            double weight,
            Finding.@Nullable Measure measure) {
        return new Finding(
                Finding.Kind.EVENT, subject, text, "tool", problem, cause, false, weight, measure, List.of());
    }
}
