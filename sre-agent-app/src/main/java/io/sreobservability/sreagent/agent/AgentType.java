package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.tool.ToolDomain;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four specialists. */
public enum AgentType {
    KUBERNETES(
            "Kubernetes Infrastructure Agent",
            "look after cluster operations: pods, deployments, nodes, events",
            ToolDomain.KUBERNETES),
    LOGS("Application Logs Agent", "search and analyse application logs", ToolDomain.LOGS),
    METRICS("Performance Metrics Agent", "read performance and resource metrics", ToolDomain.METRICS),
    RUNBOOKS("Operational Runbooks Agent", "know procedures and troubleshooting guides", ToolDomain.RUNBOOKS);

    private final String displayName;
    private final String description;
    private final ToolDomain domain;

    AgentType(String displayName, String description, ToolDomain domain) {
        this.displayName = displayName;
        this.description = description;
        this.domain = domain;
    }

    /** The value of {@code sre.agent_type} and the middle of the span name: {@code metrics}, say. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people. */
    public String displayName() {
        return displayName;
    }

    /** What it does, as the end of "You …". */
    public String description() {
        return description;
    }

    /** Whose tools it may use. */
    public ToolDomain domain() {
        return domain;
    }

    /** The agent a plan means by {@code metrics_agent} or {@code metrics}; empty if there is none. */
    static Optional<AgentType> ofPlanName(String name) {
        String id = name.strip().toLowerCase(Locale.ROOT).replaceFirst("_agent$", "");
        return Arrays.stream(values()).filter(agent -> agent.id().equals(id)).findFirst();
    }
}
