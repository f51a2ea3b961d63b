package io.sreobservability.sreagent.tool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a tool call that failed for a moment is repeated. All tools only read, so a call may be repeated even if the one
 * before was carried out.
 *
 * @param attempts how often in all, at least once
 * @param firstPause the longest pause after the first try; it doubles with each further one
 * @param limit no further try begins later than this after the call's begin
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration limit) {
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("a call is tried once at least");
        }
    }

    /**
     * Three tries. The pauses, 100 and 200 ms at most, get over a connection that broke or a server that is busy: one that is
     * down for longer costs an agent with four or five tools about a second. A backend that hangs holds a call for
     * 10 s: it is tried twice, so that an agent gets to the end of its tools within its own limit.
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(15));
    }

    /**
     * How long is waited after a try that failed.
     *
     * @param attempt its number, from 1
     * @param atLeast what whoever refused the call asks for, {@code null} if nothing
     * @param random from 0 to 1: how much of the second half is waited, so that callers who were refused together do not
     *     come back together
     */
    Duration pauseAfter(int attempt, @Nullable Duration atLeast, double random) {
        Duration longest = firstPause.multipliedBy(1L << (attempt - 1));
        Duration pause = Duration.ofNanos(Math.round(longest.toNanos() * (0.5 + random / 2)));
        return atLeast != null && atLeast.compareTo(pause) > 0 ? atLeast : pause;
    }
}
