package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Row;
import java.util.List;

/**
 * What flows from command to command.
 *
 * @param columns what is shown, in this order; rows may know more fields, which later commands can use
 * @param grouped whether rows are results of {@code stats}, and no log events any more
 */
public record Table(List<Row> rows, List<String> columns, boolean grouped) {
    public Table {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    Table withRows(List<Row> newRows) {
        return new Table(newRows, columns, grouped);
    }
}
