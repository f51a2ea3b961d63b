package io.sreobservability.local.query.insights.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code fields} and {@code display}: compute values and show them.
 *
 * @param only whether what was shown before goes, as with {@code display}
 */
public record AddColumns(List<Column> columns, boolean only) implements Command {
    public AddColumns {
        columns = List.copyOf(columns);
    }

    @Override
    public Table run(Table table) {
        Set<String> shown = new LinkedHashSet<>(only ? List.of() : table.columns());
        columns.forEach(column -> shown.add(column.name()));
        ComputedRow.Shape shape = ComputedRow.Shape.of(columns);
        return new Table(table.rows().stream().map(shape::on).toList(), List.copyOf(shown), table.grouped());
    }
}
