package io.sreobservability.sreagent.agent;

/** Decides about the plans that are not carried out unasked. */
@FunctionalInterface
public interface Approver {
    /**
     * Decides; may wait for a person. Called on a thread of the investigation, outside of every span but the root.
     *
     * @throws InterruptedException if the investigation is given up meanwhile
     */
    Approval decide(InvestigationPlan plan) throws InterruptedException;

    /** Says yes to everything, for where nobody is there to be asked. */
    static Approver automatic(String reason) {
        return plan -> Approval.approved(reason);
    }
}
