package io.sreobservability.cloudwatch.metrics;

import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import java.util.ArrayList;
import java.util.List;

/**
 * The buckets of a base-2 exponential histogram, in ascending order.
 *
 * <p>OpenTelemetry's bucket {@code i} of a histogram with scale {@code s} holds {@code (base^i, base^(i+1)]} with {@code
 * base = 2^(2^-s)}; a negative bucket is its mirror image, and zeros have a bucket of their own. Source: OpenTelemetry
 * metrics data model.
 */
final class ExponentialBuckets {

    private ExponentialBuckets() {}

    static List<Bucket> of(ExponentialHistogramPointData point) {
        List<Bucket> buckets = new ArrayList<>();
        addNegative(point.getNegativeBuckets(), buckets);
        if (point.getZeroCount() > 0) {
            buckets.add(new Bucket(0, 0, point.getZeroCount()));
        }
        addPositive(point.getPositiveBuckets(), buckets);
        return buckets;
    }

    private static void addNegative(ExponentialHistogramBuckets source, List<Bucket> target) {
        List<Long> counts = source.getBucketCounts();
        for (int i = counts.size() - 1; i >= 0; i--) {
            if (counts.get(i) > 0) {
                int index = source.getOffset() + i;
                target.add(new Bucket(
                        -bound(index + 1, source.getScale()), -bound(index, source.getScale()), counts.get(i)));
            }
        }
    }

    private static void addPositive(ExponentialHistogramBuckets source, List<Bucket> target) {
        List<Long> counts = source.getBucketCounts();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                int index = source.getOffset() + i;
                target.add(new Bucket(
                        bound(index, source.getScale()), bound(index + 1, source.getScale()), counts.get(i)));
            }
        }
    }

    /** {@code base^index}, kept finite: the outermost bucket of a coarse scale reaches beyond what a double holds. */
    private static double bound(int index, int scale) {
        return Math.min(Math.pow(2, Math.scalb((double) index, -scale)), Double.MAX_VALUE);
    }
}
