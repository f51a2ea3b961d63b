package io.sreobservability.sreagent.agent;

import java.io.Serializable;

/**
 * What became of a plan before anybody was sent.
 *
 * @param outcome what follows
 * @param reason who decided so, one sentence for plan and trace; empty if nobody was asked
 */
public record Approval(Outcome outcome, String reason) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What follows. */
    public enum Outcome {
        /** The agents are sent. */
        APPROVED,
        /** Nobody is sent. */
        REJECTED,
        /** Nobody is sent, because something else is asked instead. */
        REVISED
    }

    /** The plan needs nobody's approval. */
    static final Approval NOT_NEEDED = new Approval(Outcome.APPROVED, "");

    /** Somebody said yes. */
    public static Approval approved(String reason) {
        return new Approval(Outcome.APPROVED, reason);
    }

    /** Somebody said no. */
    public static Approval rejected(String reason) {
        return new Approval(Outcome.REJECTED, reason);
    }

    /** Somebody asks something else. */
    public static Approval revised(String reason) {
        return new Approval(Outcome.REVISED, reason);
    }

    /** Whether the agents are sent. */
    public boolean granted() {
        return outcome == Outcome.APPROVED;
    }
}
