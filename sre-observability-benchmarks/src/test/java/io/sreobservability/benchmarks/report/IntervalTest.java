package io.sreobservability.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void aRatiosBoundsAreTheExtremesOfBoth() {
        Interval ratio = new Interval(90, 80, 110).over(new Interval(100, 95, 105));

        assertThat(ratio).isEqualTo(new Interval(0.9, 80.0 / 105, 110.0 / 95));
    }

    @Test
    void aDifferencesBoundsAreTheExtremesOfBoth() {
        Interval difference = new Interval(3, 2, 4).minus(new Interval(2, 1.5, 2.5));

        assertThat(difference).isEqualTo(new Interval(1, -0.5, 2.5));
    }

    @Test
    void nothingIsKnownAboveAnIntervalThatReachesZero() {
        Interval ratio = new Interval(1, 0.9, 1.1).over(new Interval(1, -2, 4));

        assertThat(ratio.high()).isInfinite();
    }
}
