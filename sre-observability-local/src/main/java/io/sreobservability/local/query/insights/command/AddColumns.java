package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return new Table(table.rows().stream().map(this::extended).toList(), List.copyOf(shown), table.grouped());
    }

    private Row extended(Row row) {
        Map<String, @Nullable Object> added = new LinkedHashMap<>();
        ExtendedRow extended = new ExtendedRow(row, added);
        // One after the other: a column may use those before it.
        columns.forEach(column -> added.put(column.name(), column.value().evaluate(extended)));
        return extended;
    }
}
