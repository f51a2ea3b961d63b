package io.sreobservability.local.query.insights;

import io.sreobservability.local.query.insights.expression.Row;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log event: a JSON document with a time, whose members are its fields. */
interface LogEvent extends Row {
    String TIMESTAMP = "@timestamp";
    String MESSAGE = "@message";
    String POINTER = "@ptr";

    Instant time();

    /** Breaks ties of {@link #time}: nanoseconds since 1970. */
    long order();

    int sizeBytes();

    /** The document, as CloudWatch stores it. */
    Map<String, @Nullable Object> document();
}
