package io.sreobservability.cloudwatch.metrics;

/**
 * A non-empty histogram bucket: {@code count} measurements, each between {@code low} and {@code high} (both finite once
 * the bucket came out of {@link ExponentialBuckets} or {@link ExplicitBuckets}).
 */
record Bucket(double low, double high, long count) {

    /** This bucket with its bounds moved inside the range of what was really measured. */
    Bucket within(double min, double max) {
        return new Bucket(clamp(low, min, max), clamp(high, min, max), count);
    }

    Bucket without(long samples) {
        return new Bucket(low, high, count - samples);
    }

    private static double clamp(double value, double min, double max) {
        return Math.max(min, Math.min(max, value));
    }
}
