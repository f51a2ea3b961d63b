package io.sreobservability.cloudwatch.outage;

import java.util.Arrays;
import java.util.Locale;

/** How long the program's thread took for each span, from start to end, in nanoseconds. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long value) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = value;
    }

    /** The value that {@code share} of all are not above, in microseconds. */
    String micros(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.1f", sorted[(int) (share * (count - 1))] / 1_000.0);
    }
}
