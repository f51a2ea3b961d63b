package io.sreobservability.sreagent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetryPolicyPropertyTest {
    private static final RetryPolicy POLICY = new RetryPolicy(6, Duration.ofMillis(100), Duration.ofSeconds(15));

    @Property
    void aPauseVariesByHalfAndItsLongestDoubles(
            @ForAll @IntRange(min = 1, max = 6) int attempt, @ForAll @DoubleRange(min = 0, max = 1) double random) {
        Duration longest = Duration.ofMillis(100L << (attempt - 1));

        assertThat(POLICY.pauseAfter(attempt, null, random)).isBetween(longest.dividedBy(2), longest);
    }

    @Property
    void noPauseIsShorterThanItIsAskedToBe(
            @ForAll @IntRange(min = 1, max = 6) int attempt, @ForAll @IntRange(min = 0, max = 86_400) int seconds) {
        Duration asked = Duration.ofSeconds(seconds);

        assertThat(POLICY.pauseAfter(attempt, asked, 0)).isGreaterThanOrEqualTo(asked);
    }
}
