package io.sreobservability.sreagent.agent;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The investigation in a few sentences.
 *
 * @param rootCause why, with the tools that show it
 * @param impact who is affected
 * @param severity how bad, by {@link SeverityRule}
 * @param severityReason the finding that decided it; empty for Low without one
 * @param nextSteps what to do, most urgent first
 * @param escalationType why somebody is to be told now, a value of {@code sre.escalation_type}; {@code null} if nobody is
 */
public record Summary(
        String rootCause,
        String impact,
        Severity severity,
        String severityReason,
        List<String> nextSteps,
        @Nullable String escalationType)
        implements Serializable {

    /** Whether somebody is to be told now. */
    public boolean escalated() {
        return escalationType != null;
    }
}
