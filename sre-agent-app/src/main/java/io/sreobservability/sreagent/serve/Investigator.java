package io.sreobservability.sreagent.serve;

import io.sreobservability.sreagent.agent.Inquiry;
import io.sreobservability.sreagent.agent.Investigation;

/** Investigates for the server. Called by many threads at once; must end soon when its thread is interrupted. */
@FunctionalInterface
public interface Investigator {
    /**
     * Investigates.
     *
     * @throws io.sreobservability.sreagent.agent.InvestigationException if there is nothing to show for it
     */
    Investigation investigate(Inquiry inquiry);
}
