package io.sreobservability.benchmarks.report;

/**
 * A measured mean and the bounds of its confidence interval.
 *
 * @param mean the mean of all iterations
 * @param low the lower bound
 * @param high the upper bound
 */
record Interval(double mean, double low, double high) {
    /**
     * How many times the other this is. The bounds are the extremes of both intervals: the ratio is higher than the upper
     * bound only if this is above its interval or the other below its own.
     */
    Interval over(Interval other) {
        return new Interval(mean / other.mean, Math.max(0, low) / other.high, over(high, other.low));
    }

    /** How much more than the other this is, with the extremes of both as bounds. */
    Interval minus(Interval other) {
        return new Interval(mean - other.mean, low - other.high, high - other.low);
    }

    /** In whole units. */
    Interval rounded() {
        return new Interval(Math.rint(mean), Math.rint(low), Math.rint(high));
    }

    /** An interval that reaches down to zero says nothing of how many times it another is. */
    private static double over(double high, double low) {
        return low > 0 ? high / low : Double.POSITIVE_INFINITY;
    }
}
