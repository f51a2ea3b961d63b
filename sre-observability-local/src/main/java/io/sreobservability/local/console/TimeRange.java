package io.sreobservability.local.console;

import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.http.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** From when to when a page looks. */
record TimeRange(Instant from, Instant to) {
    /** Ranges end at the next of these steps, so that what has just arrived is in and answers stay true for a while. */
    static final int STEP_SECONDS = 5;

    private static final Duration LONGEST = Duration.ofDays(455); // As long as CloudWatch keeps metrics.
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration FITTED_TO = Duration.ofHours(3);

    /**
     * The range that ends now.
     *
     * @param length such as {@code PT15M}; null for as long as there is telemetry, within five minutes and three hours
     */
    static TimeRange until(Instant now, @Nullable String length, TelemetryStore store) throws HttpProblem {
        long step = now.getEpochSecond() / STEP_SECONDS + 1;
        Instant to = Instant.ofEpochSecond(step * STEP_SECONDS);
        return new TimeRange(to.minus(length == null ? fitted(to, store) : parsed(length)), to);
    }

    private static Duration parsed(String length) throws HttpProblem {
        try {
            Duration duration = Duration.parse(length);
            if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new HttpProblem(400, "Parameter 'range' must be a duration such as PT15M, at most " + LONGEST + ".");
    }

    private static Duration fitted(Instant to, TelemetryStore store) {
        long first = to.getEpochSecond();
        for (var datum : store.metrics().data()) {
            first = Math.min(first, datum.timestamp().getEpochSecond());
        }
        for (var trace : store.traces().traces()) {
            first = Math.min(first, trace.get(0).startUnixNano() / 1_000_000_000);
        }
        Duration since = Duration.ofSeconds(to.getEpochSecond() - first).plusMinutes(1);
        return since.compareTo(SHORTEST) < 0 ? SHORTEST : since.compareTo(FITTED_TO) > 0 ? FITTED_TO : since;
    }
}
