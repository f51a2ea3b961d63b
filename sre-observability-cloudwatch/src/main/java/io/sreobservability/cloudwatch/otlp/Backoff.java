package io.sreobservability.cloudwatch.otlp;

import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How often to try, and how long to wait in between.
 *
 * @param policy null for one try only
 */
record Backoff(@Nullable RetryPolicy policy) {

    /** Whether another try may follow this one, the first being 1. */
    boolean allowsTryAfter(int attempt) {
        return policy != null && attempt < policy.getMaxAttempts();
    }

    /**
     * The wait after a try that failed.
     *
     * @param askedFor the least the receiver asked for; null if it did not
     */
    Duration pauseAfter(int attempt, @Nullable Duration askedFor) {
        Duration own = policy == null ? Duration.ZERO : own(policy, attempt);
        return askedFor != null && askedFor.compareTo(own) > 0 ? askedFor : own;
    }

    private static Duration own(RetryPolicy policy, int attempt) {
        double first = (double) policy.getInitialBackoff().toMillis();
        double longest = (double) policy.getMaxBackoff().toMillis();
        double millis = Math.min(first * Math.pow(policy.getBackoffMultiplier(), attempt - 1.0), longest);
        // Programs that lost the same endpoint at once should not all come back at once.
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
