package io.sreobservability.benchmarks.calls;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes the present moment as the standard's {@code sre.timestamp}: ISO 8601, UTC, milliseconds. */
@FunctionalInterface
public interface Timestamps {
    String now();

    /** As nearly everybody would write it. */
    static Timestamps formatted() {
        DateTimeFormatter format =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
        return () -> format.format(Instant.now());
    }
}
