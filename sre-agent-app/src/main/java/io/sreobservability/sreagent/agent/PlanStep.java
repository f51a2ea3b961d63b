package io.sreobservability.sreagent.agent;

import java.io.Serializable;

/**
 * One agent's part of a plan.
 *
 * @param agent who
 * @param task what, in words for people
 */
public record PlanStep(AgentType agent, String task) implements Serializable {}
