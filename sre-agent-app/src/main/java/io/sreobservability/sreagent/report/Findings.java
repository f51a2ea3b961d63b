package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.SpecialistResult;
import java.util.Comparator;
import java.util.List;

/** Which of an agent's findings the reader gets where: the weightiest as key findings, the others as evidence or not at all. */
final class Findings {
    private static final int KEY_FINDINGS = 10;
    private static final int BESIDE_EVIDENCE = 6;
    private static final int IN_BRIEF = 3;

    private Findings() {}

    static List<Finding> key(SpecialistResult result, Investigation investigation) {
        return byWeight(result).stream().limit(most(investigation)).toList();
    }

    static List<Finding> others(SpecialistResult result, Investigation investigation) {
        return byWeight(result).stream().skip(most(investigation)).toList();
    }

    /** Whether the reader wants all that was found. */
    static boolean allWanted(Investigation investigation) {
        return investigation.preferences().workflow().detailed()
                && !investigation.preferences().style().executive();
    }

    /** Whether the reader wants the agents' findings at all. */
    static boolean wanted(Investigation investigation) {
        return !investigation.preferences().notification().summaryOnly();
    }

    private static int most(Investigation investigation) {
        if (investigation.preferences().style().executive()) {
            return IN_BRIEF;
        }
        return allWanted(investigation) ? BESIDE_EVIDENCE : KEY_FINDINGS;
    }

    private static List<Finding> byWeight(SpecialistResult result) {
        return result.findings().stream()
                .sorted(Comparator.comparing(Finding::problem)
                        .thenComparingDouble(Finding::weight)
                        .reversed())
                .toList();
    }
}
