package io.sreobservability.cloudwatch.metrics;

/** {@code count} measurements of the same {@code value}: one entry of a datum's Values and Counts. */
record Sample(double value, long count) {

    /** The largest and smallest magnitudes CloudWatch takes: 2^360 and 2^-360 (and zero). Source: PutMetricData, AWS. */
    private static final double LARGEST = 0x1p360;

    private static final double SMALLEST = 0x1p-360;

    /** Whether CloudWatch would take the value; it refuses the whole request for one that it does not. */
    boolean isInRange() {
        double magnitude = Math.abs(value);
        return magnitude == 0 || (magnitude >= SMALLEST && magnitude <= LARGEST);
    }
}
