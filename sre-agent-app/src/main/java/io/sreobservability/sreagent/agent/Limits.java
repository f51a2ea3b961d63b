package io.sreobservability.sreagent.agent;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param specialist one specialist
 * @param investigation all of it
 */
public record Limits(Duration specialist, Duration investigation) {
    /** 120 s and 600 s. */
    public static Limits standard() {
        return new Limits(Duration.ofMinutes(2), Duration.ofMinutes(10));
    }
}
