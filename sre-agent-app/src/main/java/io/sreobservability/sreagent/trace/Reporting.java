package io.sreobservability.sreagent.trace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the report was made.
 *
 * @param durationNano how long the supervisor took for it
 * @param escalationType why somebody was told at once, a value of {@code sre.escalation_type}; null if nobody was
 */
public record Reporting(long durationNano, @Nullable String escalationType) {
    static Optional<Reporting> of(TraceTree tree) {
        return tree.named("supervisor.aggregate_results")
                .findFirst()
                .map(TraceTree.SpanNode::span)
                .map(span -> new Reporting(
                        span.durationNano(),
                        "true".equals(span.attribute("sre.escalation_triggered"))
                                ? String.valueOf(span.attribute("sre.escalation_type"))
                                : null));
    }

    /** How long the report took, for people. */
    public String duration() {
        return DurationText.of(durationNano);
    }

    /** How much longer it took than the other one, with its sign. */
    public String longerThan(Reporting other) {
        long difference = durationNano - other.durationNano;
        return (difference < 0 ? "-" : "+") + DurationText.of(Math.abs(difference));
    }

    /** Whether somebody was told at once, and why. */
    public String escalation() {
        return escalationType == null ? "no" : "yes, " + escalationType;
    }
}
