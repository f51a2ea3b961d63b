package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.Summary;
import java.util.ArrayList;
import java.util.List;

/** Cause, impact and severity; what memory answers, if that was asked. */
final class ExecutiveSummary {
    private ExecutiveSummary() {}

    static List<String> lines(Investigation investigation) {
        Summary summary = investigation.summary();
        // Where nobody was sent, all that a model wrote is its answer, in whatever form it wrote it.
        boolean formless = investigation.results().isEmpty() && summary.answer().isBlank();
        String answer = formless ? summary.rootCause() : summary.answer();
        if (answer.isBlank() && investigation.results().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## Executive summary", ""));
        if (!answer.isBlank()) {
            headed("Answer", answer, lines);
        }
        if (!investigation.results().isEmpty()) {
            assessment(investigation, summary, lines);
        }
        return lines;
    }

    private static void assessment(Investigation investigation, Summary summary, List<String> lines) {
        headed("Root cause", summary.rootCause(), lines);
        if (!investigation.preferences().style().executive()) {
            summary.evidence().forEach(proof -> lines.add("  - " + Markdown.text(proof)));
        }
        if (!investigation.preferences().wantBusinessImpact()) {
            headed("Impact", summary.impact(), lines);
        }
        String because = summary.severityReason().isEmpty()
                ? "no answer shows a user-facing service that is slow or failing."
                : summary.severityReason();
        lines.add("- **Severity:** " + summary.severity().title() + ": " + Markdown.text(because));
        for (String name : investigation.notFound()) {
            lines.add("- **Not in the data:** no tool answer mentions " + Markdown.text(name) + ".");
        }
    }

    /** The first line behind the heading, any others below it. */
    private static void headed(String heading, String text, List<String> lines) {
        List<String> all = text.lines().filter(part -> !part.isBlank()).toList();
        lines.add("- **" + heading + ":** " + (all.isEmpty() ? "" : Markdown.text(all.get(0))));
        all.stream().skip(1).forEach(part -> lines.add("  - " + Markdown.text(part)));
    }
}
