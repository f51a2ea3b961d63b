package io.sreobservability.sreagent.agent;

import io.sreobservability.aspects.standard.EscalationTypes;
import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has to be told now, and why or why not.
 *
 * @param type a value of {@code sre.escalation_type}; {@code null} if nobody has to be
 * @param reason the severity and what it is held against, as a clause: "severity High is above Carol's threshold medium"
 */
public record Escalation(@Nullable String type, String reason) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Only severity strictly above the user's threshold escalates; without a threshold nothing does. */
    static Escalation decide(Severity severity, String user, EscalationPreferences preferences) {
        return preferences
                .threshold()
                .map(threshold -> {
                    boolean above = severity.compareTo(threshold) > 0;
                    String reason = "severity %s is %sabove %s's threshold %s"
                            .formatted(
                                    severity.title(),
                                    above ? "" : "not ",
                                    user,
                                    threshold.name().toLowerCase(Locale.ROOT));
                    return new Escalation(above ? EscalationTypes.SEVERITY_THRESHOLD : null, reason);
                })
                .orElseGet(() -> new Escalation(null, "no threshold is known for " + user));
    }

    /** When nothing was looked up, nothing is known to be severe. */
    static Escalation ofNothing() {
        return new Escalation(null, "nothing was looked up");
    }

    /** Whether somebody has to be told now. */
    public boolean triggered() {
        return type != null;
    }
}
