package io.sreobservability.sreagent.agent;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who is sent.
 *
 * @param agents in plan order; none if the plan was turned down or names none
 * @param reason why
 */
public record RouteDecision(List<AgentType> agents, String reason) implements Serializable {

    /** The value of {@code sre.agents_selected}: ids, comma-separated. */
    public String agentsSelected() {
        return agents.stream().map(AgentType::id).collect(Collectors.joining(","));
    }
}
