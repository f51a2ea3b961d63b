package io.sreobservability.local.query.insights;

import io.sreobservability.local.query.insights.expression.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log event: a JSON document with a time, whose members are its fields. */
interface LogEvent extends Row {
    Comparator<LogEvent> NEWEST_FIRST =
            Comparator.comparingLong(LogEvent::timeUnixNano).reversed();

    String TIMESTAMP = "@timestamp";
    String MESSAGE = "@message";
    String POINTER = "@ptr";

    /** Nanoseconds since 1970. */
    long timeUnixNano();

    /** Its {@code @timestamp}, to the millisecond. */
    default Instant time() {
        return Instant.ofEpochMilli(timeUnixNano() / 1_000_000);
    }

    /** Whether its time is from one to the other, both included. */
    default boolean isWithin(Instant from, Instant to) {
        Instant time = time();
        return !time.isBefore(from) && !time.isAfter(to);
    }

    int sizeBytes();

    /** The document, as CloudWatch stores it. */
    Map<String, @Nullable Object> document();
}
