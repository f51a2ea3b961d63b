package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Row;
import io.sreobservability.local.query.insights.expression.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code dedup}: of rows with the same values in these fields the first; rows without one of them all stay. */
public record Dedup(List<String> fields) implements Command {
    public Dedup {
        fields = List.copyOf(fields);
    }

    @Override
    public Table run(Table table) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        return table.withRows(table.rows().stream()
                .filter(row -> {
                    List<@Nullable String> values = values(row);
                    return values.contains(null) || seen.add(values);
                })
                .toList());
    }

    private List<@Nullable String> values(Row row) {
        return fields.stream()
                .<@Nullable String>map(field -> Values.text(row.get(field)))
                .toList();
    }
}
