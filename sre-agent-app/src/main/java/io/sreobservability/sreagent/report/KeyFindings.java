package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.SpecialistResult;
import java.util.ArrayList;
import java.util.List;

/** The weightiest of what each agent found, with the tool that said so. */
final class KeyFindings {
    private KeyFindings() {}

    static List<String> lines(Investigation investigation) {
        if (!Findings.wanted(investigation) || investigation.results().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## Key findings"));
        for (SpecialistResult result : investigation.results()) {
            lines.addAll(List.of("", "### " + result.agent().displayName(), ""));
            Findings.key(result, investigation).forEach(finding -> lines.add("- " + sourced(finding)));
            if (result.findings().isEmpty()) {
                lines.add(
                        result.failed()
                                ? "- No findings: it got no answers."
                                : "- No findings: the answers hold no data.");
            } else if (!Findings.allWanted(investigation)
                    && !Findings.others(result, investigation).isEmpty()) {
                lines.add("- … and others of less weight.");
            }
        }
        return lines;
    }

    private static String sourced(Finding finding) {
        return Markdown.text(finding.text())
                + (finding.tool().isEmpty() ? " [no source named]" : " [" + Markdown.text(finding.tool()) + "]");
    }
}
