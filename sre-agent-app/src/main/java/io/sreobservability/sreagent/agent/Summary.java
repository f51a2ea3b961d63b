package io.sreobservability.sreagent.agent;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The investigation in a few sentences.
 *
 * @param answer what memory says to a question about earlier investigations; empty if there was none
 * @param rootCause why, with the tool that shows it
 * @param evidence what else shows it, one sentence each; none for readers who want none
 * @param impact who is affected
 * @param severity how bad, by {@link SeverityRule}
 * @param severityReason the finding that decided it; empty for Low without one
 * @param nextSteps what to do, most urgent first
 * @param troubleshooting how to look further into it; none for readers who want none
 * @param escalation whether somebody has to be told now
 */
public record Summary(
        String answer,
        String rootCause,
        List<String> evidence,
        String impact,
        Severity severity,
        String severityReason,
        List<String> nextSteps,
        List<String> troubleshooting,
        Escalation escalation)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether somebody has to be told now. */
    public boolean escalated() {
        return escalation.triggered();
    }

    /** Why, a value of {@code sre.escalation_type}; {@code null} if nobody has to be told. */
    public @Nullable String escalationType() {
        return escalation.type();
    }
}
