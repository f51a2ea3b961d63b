package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.tool.ToolRetry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Told what happens while it happens. Called from several threads at once; must not throw. */
public interface Progress {
    /** The query is being understood and a plan made. */
    default void planning() {}

    /** Memory was asked, or could not be. */
    default void recalled(MemoryContext memory) {}

    /** The plan stands; somebody may have to approve it first. */
    default void planned(InvestigationPlan plan, boolean needsApproval) {}

    /** The agents are chosen, or nobody is sent. */
    default void routed(InvestigationPlan plan, RouteDecision route) {}

    /** An agent begins. */
    default void agentStarted(AgentType agent) {}

    /** A tool call failed in a way that may pass, and is tried again after a pause. */
    default void toolRetried(AgentType agent, String tool, ToolRetry retry) {}

    /** A tool call has ended; {@code errorType} is {@code null} if it was answered. */
    default void toolCalled(AgentType agent, String tool, Duration took, @Nullable String errorType) {}

    /** An agent has ended, well or not. */
    default void agentDone(SpecialistResult result) {}

    /** All agents have ended; the summary is being written. */
    default void aggregating(List<SpecialistResult> results) {}

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {};
    }
}
