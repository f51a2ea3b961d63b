package io.sreobservability.benchmarks.calls;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes the present moment as the standard's {@code sre.timestamp}: ISO 8601, UTC, milliseconds. */
@FunctionalInterface
public interface Timestamps {
    /** The present moment's text. */
    String now();

    /** As nearly everybody writes it: by the JDK's formatter. */
    static Timestamps formatted() {
        DateTimeFormatter format =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
        return () -> format.format(Instant.now());
    }

    /** As cheap as it gets: most of the text is cached. */
    static Timestamps cached() {
        return new CachedSecond();
    }
}
