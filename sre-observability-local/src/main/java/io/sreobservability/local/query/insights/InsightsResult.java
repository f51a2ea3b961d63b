package io.sreobservability.local.query.insights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query.
 *
 * @param columns what is shown, from left to right
 */
public record InsightsResult(List<String> columns, List<ResultRow> rows, Statistics statistics) {
    public InsightsResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param values as text, one a column; null where the row has no such field
     * @param pointer the log event that the row is; null if it is made of several
     */
    public record ResultRow(
            List<@Nullable String> values, @Nullable String pointer) {
        public ResultRow {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * What the answer took.
     *
     * @param recordsScanned log events in the time range
     * @param recordsMatched those of them that passed the filters
     * @param bytesScanned size of what was scanned, as measured on the wire
     */
    public record Statistics(long recordsScanned, long recordsMatched, long bytesScanned) {}
}
