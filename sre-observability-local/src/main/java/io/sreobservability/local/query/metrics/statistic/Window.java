package io.sreobservability.local.query.metrics.statistic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time range, which CloudWatch widens to whole periods at its start.
 *
 * @param from included
 * @param to excluded
 */
public record Window(Instant from, Instant to) {
    private static final int MOST_PERIODS = 100_800;

    /** The start of the period that {@code time} is in. */
    static Instant floor(Instant time, int periodSeconds) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), (long) periodSeconds) * periodSeconds);
    }

    boolean contains(Instant time, int periodSeconds) {
        return !time.isBefore(floor(from, periodSeconds)) && time.isBefore(to);
    }

    /** The starts of all periods in it, at most as many as CloudWatch answers with. */
    public List<Instant> periods(int periodSeconds) {
        List<Instant> periods = new ArrayList<>();
        for (Instant start = floor(from, periodSeconds);
                start.isBefore(to) && periods.size() < MOST_PERIODS;
                start = start.plusSeconds(periodSeconds)) {
            periods.add(start);
        }
        return periods;
    }
}
