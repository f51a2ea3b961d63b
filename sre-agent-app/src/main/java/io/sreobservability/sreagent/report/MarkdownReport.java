package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.SpecialistResult;
import io.sreobservability.sreagent.agent.Summary;
import io.sreobservability.sreagent.agent.UserPreferences;
import io.sreobservability.sreagent.memory.InvestigationSummary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Renders an investigation as Markdown. It adds no facts: every number and name is the query's, a finding's, a
 * preference's or a memory's, and each finding is followed by the tool it was taken from.
 */
public final class MarkdownReport {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int FINDINGS_IN_DETAIL = 10;
    private static final int FINDINGS_IN_BRIEF = 3;

    private final Investigation investigation;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Investigation investigation) {
        this.investigation = investigation;
    }

    /** The report, ending with a line break. */
    public static String of(Investigation investigation) {
        return new MarkdownReport(investigation).render();
    }

    private String render() {
        line("# Investigation report");
        line("");
        line("- **Query:** " + investigation.query());
        line("- **For:** " + investigation.userId());
        line("- **Investigation:** " + investigation.id());
        line("");
        summary(investigation.summary());
        line("## Key findings");
        line("");
        investigation.results().forEach(this::agent);
        earlier();
        gaps();
        nextSteps();
        return text.toString();
    }

    private void summary(Summary summary) {
        line("## Executive summary");
        line("");
        headed("Root cause", summary.rootCause());
        headed("Impact", summary.impact());
        String because = summary.severityReason().isEmpty() ? "" : ": " + summary.severityReason();
        line("- **Severity:** " + summary.severity().title() + because);
        for (String name : investigation.notFound()) {
            line("- **Not in the data:** no tool answer mentions " + name + ".");
        }
        line("");
    }

    /** The first line behind the heading, any others below it. */
    private void headed(String heading, String lines) {
        List<String> all = lines.lines().filter(part -> !part.isBlank()).toList();
        line("- **" + heading + ":** " + (all.isEmpty() ? "" : all.get(0)));
        all.stream().skip(1).forEach(part -> line("  - " + part));
    }

    private void agent(SpecialistResult result) {
        line("### " + result.agent().displayName());
        line("");
        List<Finding> findings = result.findings().stream()
                .sorted(Comparator.comparing(Finding::problem)
                        .thenComparingDouble(Finding::weight)
                        .reversed())
                .limit(investigation.preferences().executive() ? FINDINGS_IN_BRIEF : FINDINGS_IN_DETAIL)
                .toList();
        findings.forEach(finding -> line("- " + sourced(finding)));
        int left = result.findings().size() - findings.size();
        if (left > 0) {
            line("- … and " + left + " more of less weight.");
        }
        if (result.findings().isEmpty()) {
            line(result.failed() ? "- No findings: it got no answers." : "- No findings: the answers hold no data.");
        }
        line("");
    }

    private static String sourced(Finding finding) {
        return finding.text() + (finding.tool().isEmpty() ? " [no source named]" : " [" + finding.tool() + "]");
    }

    /** What memory knows of the same question, marked as such: these are not findings of today. */
    private void earlier() {
        List<InvestigationSummary> earlier = investigation.memory().earlier();
        if (!earlier.isEmpty()) {
            line("## Earlier investigations");
            line("");
            earlier.forEach(past -> line("- " + MINUTE.format(past.timestamp()) + " UTC, " + past.headline() + " ("
                    + past.resolutionStatus().id() + ") [memory]"));
            line("");
        }
    }

    private void gaps() {
        List<String> gaps = new ArrayList<>();
        if (investigation.memory().gap() != null) {
            gaps.add(investigation.memory().gap());
        }
        for (SpecialistResult result : investigation.results()) {
            result.gaps().forEach(gap -> gaps.add(result.agent().displayName() + ": " + gap));
        }
        if (!gaps.isEmpty()) {
            line("## Gaps");
            line("");
            line("What these would have shown is not known:");
            line("");
            gaps.forEach(gap -> line("- " + gap));
            line("");
        }
    }

    private void nextSteps() {
        Summary summary = investigation.summary();
        line("## Next steps");
        line("");
        for (int i = 0; i < summary.nextSteps().size(); i++) {
            line((i + 1) + ". " + summary.nextSteps().get(i));
        }
        if (summary.nextSteps().isEmpty()) {
            line("Nothing to do: the findings show no problem.");
        }
        line("");
        contacts(summary, investigation.preferences());
    }

    private void contacts(Summary summary, UserPreferences preferences) {
        preferences.primaryContact().ifPresent(contact -> {
            String when = summary.escalated()
                    ? "**Escalate now** (severity is above the threshold) to "
                    : preferences
                            .escalationDelayMinutes()
                            .map(minutes -> "If it is no better in " + minutes + " minutes, tell ")
                            .orElse("If it gets worse, tell ");
            line(when + contact + ".");
        });
        if (!preferences.channels().isEmpty()) {
            line("Updates go to " + String.join(", ", preferences.channels()) + ".");
        }
    }

    /** Tool answers come over the network: control characters in them must not reach a terminal. */
    private void line(String content) {
        content.codePoints().map(point -> harmless(point) ? point : ' ').forEach(text::appendCodePoint);
        text.append('\n');
    }

    private static boolean harmless(int point) {
        return !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT;
    }
}
