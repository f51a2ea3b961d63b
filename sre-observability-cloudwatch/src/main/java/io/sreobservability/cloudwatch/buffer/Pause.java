package io.sreobservability.cloudwatch.buffer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave a receiver alone that failed: twice as long each time, up to a limit, and never quite the same. */
final class Pause {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Pause(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after one more failure.
     *
     * @param askedFor the least that the receiver asked for
     */
    Duration after(Duration askedFor) {
        // Programs that lost the same receiver at once should not all come back at once.
        Duration own = Duration.ofNanos((long) (next.toNanos() * random.nextDouble(0.5, 1)));
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        Duration asked = askedFor.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : askedFor;
        return own.compareTo(asked) > 0 ? own : asked;
    }

    /** The receiver answers. */
    void reset() {
        next = FIRST;
    }
}
