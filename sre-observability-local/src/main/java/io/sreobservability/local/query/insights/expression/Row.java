package io.sreobservability.local.query.insights.expression;

import org.jspecify.annotations.Nullable;

/** One line of a table: a log event, or what a command made of it. */
@FunctionalInterface
public interface Row {
    /**
     * The value of a field: a {@code String}, {@code Long}, {@code Double} or {@code Instant}; null if the row has no such
     * field, which is no error in Logs Insights.
     */
    @Nullable
    Object get(String field);
}
