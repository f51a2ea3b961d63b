package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.memory.InfrastructureKnowledge;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import io.sreobservability.sreagent.memory.KnowledgeType;
import io.sreobservability.sreagent.memory.ResolutionStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is worth remembering of an investigation. Taken from findings alone, never from the words of a summary. */
final class Lessons {
    private static final int MOST = 10;

    private Lessons() {}

    /**
     * What the findings teach about services: causes as patterns, the values before a problem as baselines. Procedures are
     * known to the runbooks already.
     */
    static List<InfrastructureKnowledge> knowledge(Investigation investigation, Instant now) {
        return investigation.results().stream()
                .filter(result -> result.agent() != AgentType.RUNBOOKS)
                .flatMap(result -> result.findings().stream())
                .filter(finding -> teaches(finding) && !finding.subject().isBlank())
                .sorted(Comparator.comparingDouble(Finding::weight).reversed())
                .flatMap(finding -> lesson(finding, investigation.id(), now).stream())
                .limit(MOST)
                .toList();
    }

    /** What names no source may be a model's invention, and teaches nothing. */
    private static boolean teaches(Finding finding) {
        return finding.problem() && !finding.tool().isEmpty();
    }

    private static Optional<InfrastructureKnowledge> lesson(Finding finding, String investigation, Instant now) {
        Finding.Measure measure = finding.measure();
        Map<String, Object> data = new LinkedHashMap<>();
        if (finding.cause()) {
            data.put("cause", finding.text());
        } else if (measure != null && measure.type() != Finding.MeasureType.OTHER) {
            data.put("measure", measure.type().name().toLowerCase(Locale.ROOT));
            data.put("value", measure.first());
            data.put("unit", measure.unit());
        } else {
            return Optional.empty();
        }
        data.put("source", finding.tool());
        return Optional.of(new InfrastructureKnowledge(
                finding.subject(),
                finding.cause() ? KnowledgeType.PATTERN : KnowledgeType.BASELINE,
                data,
                confidence(finding),
                "learnt in " + investigation,
                now));
    }

    /** A model may give any number, or none. */
    private static double confidence(Finding finding) {
        return finding.weight() >= 0 ? Math.min(1, finding.weight()) : 0;
    }

    /** The investigation in short. */
    static InvestigationSummary summary(Investigation investigation, Instant now) {
        return new InvestigationSummary(
                investigation.id(),
                investigation.query(),
                investigation.results().stream()
                        .map(result -> new InvestigationSummary.Step(
                                now, result.agent().id(), "investigated", outcome(result)))
                        .toList(),
                investigation.results().stream().map(Lessons::action).toList(),
                status(investigation),
                problems(investigation.findings()),
                context(investigation.summary()),
                now);
    }

    private static String action(SpecialistResult result) {
        return result.agent().displayName() + ": " + result.toolsInvoked() + " tool calls";
    }

    private static String outcome(SpecialistResult result) {
        return problems(result.findings()).stream()
                .findFirst()
                .or(() -> result.gaps().stream().findFirst())
                .orElse("found no problem");
    }

    private static List<String> problems(List<Finding> findings) {
        return findings.stream()
                .filter(Lessons::teaches)
                .sorted(Comparator.comparingDouble(Finding::weight).reversed())
                .map(Finding::text)
                .toList();
    }

    /** By what was found and done, not by words of the report: "not resolved" holds "resolved" too. */
    private static ResolutionStatus status(Investigation investigation) {
        if (investigation.summary().escalated()) {
            return ResolutionStatus.ESCALATED;
        }
        return investigation.findings().stream().anyMatch(Lessons::teaches)
                ? ResolutionStatus.ONGOING
                : ResolutionStatus.COMPLETED;
    }

    /** What it came to, in one line. */
    static String context(Summary summary) {
        String cause = summary.rootCause().lines().findFirst().orElse("");
        return "severity " + summary.severity().title() + (cause.isEmpty() ? "" : "; " + cause);
    }
}
