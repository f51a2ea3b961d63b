package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders an investigation as Markdown, as its user prefers. It adds no facts: every number and name is the query's, a
 * finding's, a preference's or a memory's, and each finding is followed by the tool it was taken from. Whatever others wrote
 * goes through {@link Markdown}, so that it is read and never rendered.
 */
public final class MarkdownReport {
    private static final List<Section> SUMMARY = List.of(ExecutiveSummary::lines, BusinessImpact::lines);
    private static final List<Section> DETAILS =
            List.of(KeyFindings::lines, Evidence::lines, EarlierInvestigations::lines, Gaps::lines);
    private static final List<Section> WHAT_TO_DO =
            List.of(NextSteps::lines, Troubleshooting::lines, EscalationSection::lines, Updates::lines, Footer::lines);

    private MarkdownReport() {}

    /** The report, ending with a line break. */
    public static String of(Investigation investigation) {
        Times times = new Times(investigation.preferences().style().timezone(), investigation.asked());
        StringBuilder report = new StringBuilder();
        for (Section section : sections(investigation.preferences().style().summaryFirst())) {
            List<String> lines = section.lines(investigation);
            lines.forEach(line -> report.append(times.in(line)).append('\n'));
            if (!lines.isEmpty()) {
                report.append('\n');
            }
        }
        return report.toString();
    }

    private static List<Section> sections(boolean summaryFirst) {
        List<Section> sections = new ArrayList<>(List.of(Header::lines));
        sections.addAll(summaryFirst ? SUMMARY : DETAILS);
        sections.addAll(summaryFirst ? DETAILS : SUMMARY);
        sections.addAll(WHAT_TO_DO);
        return sections;
    }
}
