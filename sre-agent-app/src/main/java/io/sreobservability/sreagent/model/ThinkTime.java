package io.sreobservability.sreagent.model;

import dev.langchain4j.model.chat.ChatModel;
import io.sreobservability.sreagent.model.analysis.Resources;
import java.time.Duration;
import java.util.Map;

/**
 * Simulated thinking: how long each role (planning, memory, a specialist, the summary) takes in all, so that an offline
 * run has the rhythm of one with a real model. Real tool time comes on top. Always labelled as simulated where shown.
 */
public final class ThinkTime {
    /** The role of the planning request. */
    public static final String ANALYZE = "analyze";

    /** The role of a memory lookup. */
    public static final String MEMORY = "memory";

    /** The role of the summary request. */
    public static final String AGGREGATE = "aggregate";

    private final Map<String, Double> seconds;
    private final double toolRoundShare;
    private final Sleeper sleeper;

    private ThinkTime(Map<String, Double> seconds, double toolRoundShare, Sleeper sleeper) {
        this.seconds = seconds;
        this.toolRoundShare = toolRoundShare;
        this.sleeper = sleeper;
    }

    /** No waiting at all. */
    public static ThinkTime none() {
        return new ThinkTime(Map.of(), 0, duration -> {});
    }

    /** The times of the requirements' first scenario, from {@code /model/think-times.json}. */
    public static ThinkTime requirements(Sleeper sleeper) {
        Times times = Resources.read("/model/think-times.json", Times.class);
        return new ThinkTime(Map.copyOf(times.seconds()), times.toolRoundShare(), sleeper);
    }

    /** Whether any role waits. */
    public boolean simulated() {
        return !seconds.isEmpty();
    }

    /** How long a role thinks in all; zero for roles without a time. */
    public Duration total(String role) {
        return Duration.ofMillis(Math.round(seconds.getOrDefault(role, 0.0) * 1000));
    }

    /**
     * The model as one role uses it during one investigation: a round that asks for tools takes a share of the role's
     * time, the final answer the rest.
     */
    public ChatModel pace(ChatModel model, String role) {
        return simulated() ? new PacedChatModel(model, total(role), toolRoundShare, sleeper) : model;
    }

    /**
     * Waits a role's whole time.
     *
     * @throws IllegalStateException if interrupted; the flag is set again
     */
    public void pause(String role) {
        sleep(sleeper, total(role));
    }

    static void sleep(Sleeper sleeper, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return;
        }
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while thinking", e);
        }
    }

    private record Times(double toolRoundShare, Map<String, Double> seconds) {}
}
