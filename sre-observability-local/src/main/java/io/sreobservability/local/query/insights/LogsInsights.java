package io.sreobservability.local.query.insights;

import io.sreobservability.local.query.insights.InsightsResult.ResultRow;
import io.sreobservability.local.query.insights.InsightsResult.Statistics;
import io.sreobservability.local.query.insights.command.Command;
import io.sreobservability.local.query.insights.command.Filter;
import io.sreobservability.local.query.insights.command.Limit;
import io.sreobservability.local.query.insights.command.Table;
import io.sreobservability.local.query.insights.expression.Row;
import io.sreobservability.local.query.insights.expression.Values;
import io.sreobservability.local.query.insights.syntax.MalformedQueryException;
import io.sreobservability.local.query.insights.syntax.Query;
import io.sreobservability.local.store.TelemetryStore;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers Logs Insights queries. */
public final class LogsInsights {
    /** Rows of a query without {@code limit}. */
    private static final int DEFAULT_ROWS = 10_000;

    private static final int MOST_GROUPS = 50;

    private final LogGroups groups;

    public LogsInsights(TelemetryStore store) {
        groups = new LogGroups(store);
    }

    /**
     * Runs a query at once. Log events come newest first, unless the query sorts them.
     *
     * @param logGroups what to read, beside the groups that the query names itself with {@code SOURCE}
     * @param from earliest {@code @timestamp}, included
     * @param to latest {@code @timestamp}, included
     * @throws MalformedQueryException if the query is not understood
     * @throws UnknownLogGroupException if it reads nothing, or a log group that is not there
     */
    public InsightsResult run(String query, List<String> logGroups, Instant from, Instant to)
            throws MalformedQueryException, UnknownLogGroupException {
        Query parsed = Query.parse(query);
        List<LogEvent> events = events(parsed, logGroups, from, to);
        Table table = new Table(List.copyOf(events), List.of(), false);
        long matched = events.size();
        for (Command command : parsed.commands()) {
            table = command.run(table);
            if (command instanceof Filter && !table.grouped()) {
                matched = table.rows().size();
            }
        }
        if (!parsed.limited()) {
            table = new Limit(DEFAULT_ROWS).run(table);
        }
        long bytes = events.stream().mapToLong(LogEvent::sizeBytes).sum();
        return result(table, new Statistics(events.size(), matched, bytes));
    }

    private List<LogEvent> events(Query query, List<String> logGroups, Instant from, Instant to)
            throws UnknownLogGroupException {
        Set<String> wanted = new LinkedHashSet<>(logGroups);
        wanted.addAll(query.sources());
        if (wanted.isEmpty() || wanted.size() > MOST_GROUPS) {
            throw new UnknownLogGroupException(
                    "A query reads 1 to " + MOST_GROUPS + " log groups; this one names " + wanted.size() + ".");
        }
        for (String group : wanted) {
            if (!groups.exists(group)) {
                throw new UnknownLogGroupException("Log group '" + group + "' does not exist: use " + LogGroups.SPANS
                        + " for spans, " + LogGroups.LOGS + " for log records, or what DescribeLogGroups lists.");
            }
        }
        if (wanted.size() == 1) {
            return groups.events(wanted.iterator().next(), from, to);
        }
        return wanted.stream()
                .flatMap(group -> groups.events(group, from, to).stream())
                .sorted(LogEvent.NEWEST_FIRST)
                .toList();
    }

    private static InsightsResult result(Table table, Statistics statistics) {
        List<String> columns =
                table.columns().isEmpty() ? List.of(LogEvent.TIMESTAMP, LogEvent.MESSAGE) : table.columns();
        List<ResultRow> rows = table.rows().stream()
                .map(row -> new ResultRow(texts(row, columns), Values.text(row.get(LogEvent.POINTER))))
                .toList();
        return new InsightsResult(columns, rows, statistics);
    }

    private static List<@Nullable String> texts(Row row, List<String> columns) {
        return columns.stream()
                .<@Nullable String>map(column -> Values.text(row.get(column)))
                .toList();
    }
}
