package io.sreobservability.local.wire.otlp;

import io.sreobservability.local.wire.http.HttpProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LongSummaryStatistics;

/** How far from now, and from each other, AWS takes spans and log records. */
final class TimeRules {
    private static final Duration PAST = Duration.ofDays(14);
    private static final Duration FUTURE = Duration.ofHours(2);
    private static final Duration SPREAD = Duration.ofHours(24);

    private final Clock clock;

    TimeRules(Clock clock) {
        this.clock = clock;
    }

    boolean isOutOfTime(long unixNano) {
        Instant time = Instant.EPOCH.plusNanos(unixNano);
        Instant now = clock.instant();
        return time.isBefore(now.minus(PAST)) || time.isAfter(now.plus(FUTURE));
    }

    /** Throws if the times of one request are too far apart. */
    static void checkSpread(LongSummaryStatistics times, String items) throws HttpProblem {
        if (times.getCount() > 0 && times.getMax() - times.getMin() > SPREAD.toNanos()) {
            throw new HttpProblem(400, "The " + items + " of one request must lie within 24 hours.");
        }
    }
}
