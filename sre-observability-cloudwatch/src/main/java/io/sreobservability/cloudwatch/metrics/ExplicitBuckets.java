package io.sreobservability.cloudwatch.metrics;

import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.ArrayList;
import java.util.List;

/**
 * The buckets of a histogram with explicit boundaries, in ascending order and with finite bounds.
 *
 * <p>The first bucket reaches down and the last one up without end. Where the point knows its minimum and maximum they
 * close these two; where it does not, they get the narrowest bounds that still allow the point's sum.
 */
final class ExplicitBuckets {

    private ExplicitBuckets() {}

    static List<Bucket> of(HistogramPointData point) {
        List<Double> boundaries = point.getBoundaries();
        List<Long> counts = point.getCounts();
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                double low = i == 0 ? Double.NEGATIVE_INFINITY : boundaries.get(i - 1);
                double high = i == boundaries.size() ? Double.POSITIVE_INFINITY : boundaries.get(i);
                buckets.add(new Bucket(low, high, counts.get(i)));
            }
        }
        return closed(buckets, point);
    }

    private static List<Bucket> closed(List<Bucket> buckets, HistogramPointData point) {
        if (buckets.isEmpty()) {
            return buckets;
        }
        Bucket first = buckets.get(0);
        if (first.low() == Double.NEGATIVE_INFINITY) {
            buckets.set(0, new Bucket(lowOf(first, point), first.high(), first.count()));
        }
        int end = buckets.size() - 1;
        Bucket last = buckets.get(end);
        if (last.high() == Double.POSITIVE_INFINITY) {
            buckets.set(end, new Bucket(last.low(), highOf(last, buckets, point), last.count()));
        }
        return buckets;
    }

    private static double lowOf(Bucket first, HistogramPointData point) {
        if (point.hasMin()) {
            return point.getMin();
        }
        if (first.high() == Double.POSITIVE_INFINITY) {
            return point.getSum() / first.count();
        }
        return Math.min(0, first.high());
    }

    private static double highOf(Bucket last, List<Bucket> all, HistogramPointData point) {
        if (point.hasMax()) {
            return point.getMax();
        }
        double sumOfOthers = 0;
        for (Bucket bucket : all.subList(0, all.size() - 1)) {
            sumOfOthers += bucket.low() * bucket.count();
        }
        return Math.max(last.low(), (point.getSum() - sumOfOthers) / last.count());
    }
}
