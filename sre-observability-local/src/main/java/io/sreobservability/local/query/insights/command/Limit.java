package io.sreobservability.local.query.insights.command;

/** {@code limit}: the first rows only. */
public record Limit(int rows) implements Command {
    @Override
    public Table run(Table table) {
        return table.withRows(table.rows().stream().limit(rows).toList());
    }
}
