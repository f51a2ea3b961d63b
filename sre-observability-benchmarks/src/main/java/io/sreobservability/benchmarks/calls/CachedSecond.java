package io.sreobservability.benchmarks.calls;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Timestamps whose text up to the second is made once per second, so that a call costs one string. Thread-safe. */
final class CachedSecond implements Timestamps {
    private static final DateTimeFormatter SECONDS =
            new DateTimeFormatterBuilder().appendInstant(0).toFormatter();

    private volatile Second latest = Second.of(0);

    /** The text of a second, up to the point before its fraction. */
    private record Second(long epochSecond, String text) {
        static Second of(long epochSecond) {
            String withZone = SECONDS.format(Instant.ofEpochSecond(epochSecond));
            return new Second(epochSecond, withZone.substring(0, withZone.length() - 1) + '.');
        }
    }

    @Override
    public String now() {
        Instant now = Instant.now();
        Second second = latest;
        if (second.epochSecond() != now.getEpochSecond()) {
            second = Second.of(now.getEpochSecond());
            latest = second;
        }
        int millis = now.getNano() / 1_000_000;
        return second.text() + digit(millis / 100) + digit(millis / 10) + digit(millis) + 'Z';
    }

    private static char digit(int value) {
        return (char) ('0' + value % 10);
    }
}
