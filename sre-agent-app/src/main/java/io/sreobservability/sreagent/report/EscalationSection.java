package io.sreobservability.sreagent.report;

import io.sreobservability.sreagent.agent.EscalationPreferences;
import io.sreobservability.sreagent.agent.Finding;
import io.sreobservability.sreagent.agent.Investigation;
import java.util.ArrayList;
import java.util.List;

/** Whom to tell, by which channel, after how long, and why or why not. */
final class EscalationSection {
    private EscalationSection() {}

    static List<String> lines(Investigation investigation) {
        if (investigation.results().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("## Escalation", ""));
        EscalationPreferences whom = investigation.preferences().escalation();
        String reason = investigation.summary().escalation().reason();
        if (investigation.summary().escalated()) {
            lines.add("**Escalate now**: " + reason + ".");
            lines.add("");
            lines.add("- **Now:** " + whom.primaryContact().orElse("whoever is on call") + channels(investigation));
            whom.secondaryContact().ifPresent(second -> lines.add("- **" + later(whom) + ":** " + second));
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
        return channels.isEmpty() ? "" : ", and post it to " + String.join(", ", channels);
    }

    private static String later(EscalationPreferences whom) {
        return whom.delayMinutes()
                .map(minutes -> "After " + minutes + " minutes without improvement")
                .orElse("Without improvement");
    }

    private static String unlessBetter(String contact, EscalationPreferences whom) {
        String when = whom.delayMinutes()
                .map(minutes -> "If it is no better in " + minutes + " minutes")
                .orElse("If it gets worse");
        String then = whom.secondaryContact()
                .map(second -> " Then tell " + second + ".")
                .orElse("");
        return when + ", tell " + contact + "." + then;
    }
}
