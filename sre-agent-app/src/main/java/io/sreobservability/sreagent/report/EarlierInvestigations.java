package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import java.util.ArrayList;
import java.util.List;

/** What memory knows of the same question, marked as such: these are not findings of today. */
final class EarlierInvestigations {
    private EarlierInvestigations() {}

    static List<String> lines(Investigation investigation) {
        boolean answered = !investigation.summary().answer().isBlank();
        if (investigation.memory().earlier().isEmpty() || answered || !Findings.wanted(investigation)) {
            return List.of();
        }
        Times times = new Times(investigation.preferences().style().timezone(), investigation.asked());
        List<String> lines = new ArrayList<>(List.of("## Earlier investigations", ""));
        investigation
                .memory()
                .earlier()
                .forEach(past -> lines.add("- " + times.minute(past.timestamp()) + " " + times.zoneName() + ", "
                        + Markdown.text(past.headline()) + " ("
                        + past.resolutionStatus().id() + ") [memory]"));
        return lines;
    }
}
