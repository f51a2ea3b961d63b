package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.EscalationPreferences;
import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Investigation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whom to tell, by which channel, after how long, and why or why not. */
final class EscalationSection {
    private EscalationSection() {}

    static List<String> lines(Investigation investigation) {
        if (investigation.results().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## Escalation", ""));
        EscalationPreferences whom = investigation.preferences().escalation();
        String reason = Markdown.text(investigation.summary().escalation().reason());
        if (investigation.summary().escalated()) {
            lines.add("**Escalate now**: " + reason + ".");
            lines.add("");
            lines.add("- **Now:** " + whom.primaryContact().map(Markdown::text).orElse("whoever is on call")
                    + channels(investigation));
            whom.secondaryContact()
                    .ifPresent(second -> lines.add("- **" + later(whom) + ":** " + Markdown.text(second)));
        } else {
            lines.add("No escalation: " + reason + ".");
            boolean broken = investigation.findings().stream().anyMatch(Finding::problem);
            whom.primaryContact()
                    .filter(contact -> broken)
                    .ifPresent(contact -> lines.add(unlessBetter(contact, whom)));
        }
        return lines;
    }

    private static String channels(Investigation investigation) {
        List<String> channels = investigation.preferences().notification().channels();
        return channels.isEmpty()
                ? ""
                : ", and post it to " + channels.stream().map(Markdown::text).collect(Collectors.joining(", "));
    }

    private static String later(EscalationPreferences whom) {
        return whom.delayMinutes()
                .map(minutes -> "After " + Markdown.text(minutes) + " minutes without improvement")
                .orElse("Without improvement");
    }

    private static String unlessBetter(String contact, EscalationPreferences whom) {
        String when = whom.delayMinutes()
                .map(minutes -> "If it is no better in " + Markdown.text(minutes) + " minutes")
                .orElse("If it gets worse");
        String then = whom.secondaryContact()
                .map(second -> " Then tell " + Markdown.text(second) + ".")
                .orElse("");
        return when + ", tell " + Markdown.text(contact) + "." + then;
    }
}
