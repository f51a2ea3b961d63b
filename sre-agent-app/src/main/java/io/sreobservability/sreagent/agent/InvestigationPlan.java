package io.sreobservability.sreagent.agent;

import java.io.Serializable;
import java.util.List;

/**
 * Whom to ask and why. The steps do not depend on each other, so they run at the same time; their order is the order of
 * the report.
 *
 * @param steps each agent at most once; none if memory alone answers
 * @param complexity how far the plan reaches
 * @param autoExecute whether the planner would run it unasked
 * @param reasoning why these agents
 */
public record InvestigationPlan(List<PlanStep> steps, Complexity complexity, boolean autoExecute, String reasoning)
        implements Serializable {

    /** How far a plan reaches. */
    public enum Complexity {
        SIMPLE,
        COMPLEX
    }

    /**
     * Whether somebody is asked first: about a complex plan always, about a simple one as the user, else the planner, says;
     * never about one that sends nobody.
     */
    public boolean needsApproval(UserPreferences preferences) {
        boolean runsUnasked = complexity == Complexity.SIMPLE
                && preferences.workflow().approvesSimplePlans().orElse(autoExecute);
        return !steps.isEmpty() && !runsUnasked;
    }

    /** The agents in plan order. */
    public List<AgentType> agents() {
        return steps.stream().map(PlanStep::agent).toList();
    }
}
