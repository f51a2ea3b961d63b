package io.sreobservability.aspects;

import io.sreobservability.aspects.engine.EngineState;
import io.sreobservability.aspects.engine.MeasuredWork;
import io.sreobservability.aspects.naming.NameGrammar;
import io.sreobservability.aspects.standard.StandardAttributes;
import io.sreobservability.aspects.standard.span.StandardSpans;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the standard for work that has no span of ours: measured elsewhere, or in a program that wants no traces. They
 * go into the same instruments as those of spans, with the same units, dimensions and roll-ups; a failure also counts in {@code
 * ComponentError}. Work that has a span must not be recorded here again: the span has recorded it.
 *
 * <p>A dimension that a method is not told, as the user of an agent or the agent of a tool, is that of the span around the
 * call, or {@code unknown}. No method throws; while telemetry is off, none does anything.
 */
public final class SreAgentMetrics {
    private SreAgentMetrics() {}

    /** Records {@code AgentInvocation}, by agent and by the current user; a failure is one of type {@code _OTHER}. */
    public static void recordAgentInvocation(String agentName, Duration duration, boolean success) {
        recordAgentInvocation(agentName, null, duration, outcome(success));
    }

    /**
     * Records {@code AgentInvocation}, by agent and by user.
     *
     * @param userId {@code null}: the current user
     */
    public static void recordAgentInvocation(
            String agentName, @Nullable String userId, Duration duration, Outcome outcome) {
        record(
                new MeasuredWork(StandardSpans.AGENT_EXECUTE, agentName).set(StandardAttributes.SRE_USER_ID, userId),
                duration,
                outcome);
    }

    /** Records {@code ToolExecution}, by tool and by the current agent; a failure is one of type {@code _OTHER}. */
    public static void recordToolExecution(String toolName, Duration duration, boolean success) {
        recordToolExecution(toolName, null, duration, outcome(success));
    }

    /**
     * Records {@code ToolExecution}, by tool and by agent.
     *
     * @param agentName who called the tool; {@code null}: the current agent
     */
    public static void recordToolExecution(
            String toolName, @Nullable String agentName, Duration duration, Outcome outcome) {
        record(
                new MeasuredWork(StandardSpans.TOOL, toolName)
                        .set(StandardAttributes.SRE_AGENT_TYPE, nameOf(agentName)),
                duration,
                outcome);
    }

    /**
     * Records {@code MemoryOperation}, by operation and strategy, for an operation that succeeded.
     *
     * @param operation {@code retrieve}, {@code store}, {@code vector_search} or {@code post_process}; another is {@code
     *     other}
     * @param strategy the kind of memory, one of the constants in {@code MemoryStrategies}
     */
    public static void recordMemoryOperation(String operation, String strategy, Duration duration, long resultsCount) {
        recordMemoryOperation(operation, strategy, duration, resultsCount, Outcome.success());
    }

    /**
     * Records {@code MemoryOperation}, by operation and strategy.
     *
     * @param resultsCount how many memories there were; no metric of the standard holds it, but one of another registry may
     */
    public static void recordMemoryOperation(
            String operation, String strategy, Duration duration, long resultsCount, Outcome outcome) {
        record(
                new MeasuredWork(StandardSpans.MEMORY, operation)
                        .set(StandardAttributes.MEMORY_STRATEGY, strategy)
                        .set(StandardAttributes.MEMORY_RESULTS_COUNT, resultsCount),
                duration,
                outcome);
    }

    /**
     * Records {@code EscalationTriggered}, by user and type.
     *
     * @param escalationType one of the constants in {@code EscalationTypes}
     */
    public static void recordEscalation(String userId, String escalationType) {
        new MeasuredWork(StandardSpans.SUPERVISOR)
                .set(StandardAttributes.SRE_ESCALATION_TRIGGERED, true)
                .set(StandardAttributes.SRE_USER_ID, userId)
                .set(StandardAttributes.SRE_ESCALATION_TYPE, escalationType)
                .record(Duration.ZERO);
    }

    private static void record(MeasuredWork work, Duration duration, Outcome outcome) {
        try {
            (outcome.succeeded() ? work : work.failed(outcome.errorType())).record(duration);
        } catch (Throwable noOutcome) {
            EngineState.faults().record(noOutcome);
        }
    }

    /** As it stands in the name of the agent's span. */
    private static @Nullable String nameOf(@Nullable String agentName) {
        return agentName == null ? null : NameGrammar.normalise(agentName, NameGrammar.MAX_NAME_LENGTH);
    }

    private static Outcome outcome(boolean success) {
        return success ? Outcome.success() : Outcome.failure((String) null);
    }
}
