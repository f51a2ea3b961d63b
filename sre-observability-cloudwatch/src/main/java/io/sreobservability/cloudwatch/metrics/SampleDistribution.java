package io.sreobservability.cloudwatch.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Puts a histogram's measurements back on the number line.
 *
 * <p>CloudWatch has no buckets; it computes its statistics and percentiles from values with counts. So one sample goes to
 * the true minimum and one to the true maximum, and all others go to the same relative place in their buckets, chosen so
 * that the sum comes out true. Count, minimum and maximum are then exact, the sum is exact but for rounding, and no
 * measurement (hence no percentile) is off by more than the width of its bucket.
 */
final class SampleDistribution {

    private SampleDistribution() {}

    /**
     * Places all measurements of a histogram.
     *
     * @param buckets non-empty buckets, ascending, finite
     * @param sum of all measurements
     * @param min the smallest measurement, where the point knows it
     * @param max the largest measurement, where the point knows it
     * @return the samples in ascending order, each value once
     */
    static List<Sample> place(List<Bucket> buckets, double sum, OptionalDouble min, OptionalDouble max) {
        List<Bucket> rest = new ArrayList<>(buckets);
        rest.replaceAll(
                bucket -> bucket.within(min.orElse(Double.NEGATIVE_INFINITY), max.orElse(Double.POSITIVE_INFINITY)));
        List<Sample> samples = new ArrayList<>(rest.size() + 2);
        double restSum = sum;
        if (min.isPresent() && takeOne(rest, 0)) {
            append(samples, new Sample(min.getAsDouble(), 1));
            restSum -= min.getAsDouble();
        }
        boolean pinMax = max.isPresent() && takeOne(rest, rest.size() - 1);
        if (pinMax) {
            restSum -= max.getAsDouble();
        }
        double place = commonPlace(rest, restSum);
        for (Bucket bucket : rest) {
            append(samples, new Sample(at(bucket, place), bucket.count()));
        }
        if (pinMax) {
            append(samples, new Sample(max.getAsDouble(), 1));
        }
        return samples;
    }

    /** Takes one measurement out of a bucket; false when there is none left (a histogram of one measurement). */
    private static boolean takeOne(List<Bucket> buckets, int index) {
        if (buckets.isEmpty()) {
            return false;
        }
        Bucket bucket = buckets.get(index);
        if (bucket.count() == 1) {
            buckets.remove(index);
        } else {
            buckets.set(index, bucket.without(1));
        }
        return true;
    }

    /** How far into its bucket (0 low end, 1 high end) each remaining measurement lies if all lie equally far. */
    private static double commonPlace(List<Bucket> buckets, double sum) {
        double lowest = 0;
        double highest = 0;
        for (Bucket bucket : buckets) {
            lowest += bucket.low() * bucket.count();
            highest += bucket.high() * bucket.count();
        }
        double place = (sum - lowest) / (highest - lowest);
        // Not a number: all buckets are points (0/0), or the sums left the range of a double. Rounding may leave [0,
        // 1].
        return Double.isNaN(place) ? 0.5 : Math.max(0, Math.min(1, place));
    }

    private static double at(Bucket bucket, double place) {
        double value = bucket.low() * (1 - place) + bucket.high() * place;
        return Math.max(bucket.low(), Math.min(bucket.high(), value));
    }

    private static void append(List<Sample> samples, Sample next) {
        int end = samples.size() - 1;
        if (end >= 0 && samples.get(end).value() == next.value()) {
            samples.set(end, new Sample(next.value(), samples.get(end).count() + next.count()));
        } else {
            samples.add(next);
        }
    }
}
