package io.sreobservability.sreagent.model;

import dev.langchain4j.model.chat.ChatModel;
import io.sreobservability.sreagent.model.analysis.Resources;
import io.sreobservability.sreagent.remote.Sleeper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

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
    private final WritingTime writing;
    private final Sleeper sleeper;

    private ThinkTime(Map<String, Double> seconds, double toolRoundShare, WritingTime writing, Sleeper sleeper) {
        this.seconds = seconds;
        this.toolRoundShare = toolRoundShare;
        this.writing = writing;
        this.sleeper = sleeper;
    }

    /** No waiting at all. */
    public static ThinkTime none() {
        return new ThinkTime(Map.of(), 0, new WritingTime(Map.of()), duration -> {});
    }

    /** The times of the requirements' scenarios, really waited. */
    public static ThinkTime requirements() {
        return requirements(Sleeper.real());
    }

    /** The times of the requirements' scenarios, from {@code /model/think-times.json}. */
    public static ThinkTime requirements(Sleeper sleeper) {
        Times times = Resources.read("/model/think-times.json", Times.class);
        Map<String, Duration> perPart = new HashMap<>();
        times.secondsPerPart().forEach((part, seconds) -> perPart.put(part, ofSeconds(seconds)));
        return new ThinkTime(
                Map.copyOf(times.seconds()), times.toolRoundShare(), new WritingTime(Map.copyOf(perPart)), sleeper);
    }

    /** Whether any role waits. */
    public boolean simulated() {
        return !seconds.isEmpty();
    }

    /** How long a role thinks in all; zero for roles without a time. What optional parts of its answer take comes on top. */
    public Duration total(String role) {
        return ofSeconds(seconds.getOrDefault(role, 0.0));
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /**
     * The model as one role uses it during one investigation: a round that asks for tools takes a share of the role's
     * time, the final answer the rest and what its optional parts take.
     */
    public ChatModel pace(ChatModel model, String role) {
        return simulated() ? new PacedChatModel(model, total(role), toolRoundShare, writing, sleeper) : model;
    }

    /**
     * Waits a role's whole time.
     *
     * @throws CancellationException if interrupted; the flag is set again
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
            throw new CancellationException("interrupted while thinking");
        }
    }

    private record Times(double toolRoundShare, Map<String, Double> seconds, Map<String, Double> secondsPerPart) {}
}
