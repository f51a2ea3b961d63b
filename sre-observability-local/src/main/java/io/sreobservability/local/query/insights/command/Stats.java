package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Aggregates.Aggregate;
import io.sreobservability.local.query.insights.expression.Row;
import io.sreobservability.local.query.insights.expression.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code stats}: one row a group, and afterwards only its columns are left.
 *
 * @param aggregates by the names under which {@code columns} read their values
 * @param columns what is shown of a group, made of aggregates and groups
 * @param groups what is the same in all rows of a group; none: one group of all rows
 */
public record Stats(Map<String, Aggregate> aggregates, List<Column> columns, List<Column> groups) implements Command {
    public Stats {
        aggregates = Map.copyOf(aggregates);
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    @Override
    public Table run(Table table) {
        Map<List<@Nullable String>, Group> found = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            found.computeIfAbsent(texts(row), any -> new Group(key(row), new ArrayList<>()))
                    .rows
                    .add(row);
        }
        return new Table(
                found.values().stream().map(this::result).toList(),
                Stream.concat(groups.stream(), columns.stream())
                        .map(Column::name)
                        .distinct()
                        .toList(),
                true);
    }

    private List<@Nullable String> texts(Row row) {
        List<@Nullable String> texts = new ArrayList<>(groups.size());
        for (Column group : groups) {
            texts.add(Values.text(group.value().evaluate(row)));
        }
        return texts;
    }

    private Map<String, @Nullable Object> key(Row row) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        groups.forEach(group -> key.put(group.name(), group.value().evaluate(row)));
        return key;
    }

    private Row result(Group group) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(group.key);
        aggregates.forEach((name, aggregate) -> known.put(name, aggregate.of(group.rows)));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(group.key);
        columns.forEach(column -> shown.put(column.name(), column.value().evaluate(known::get)));
        return shown::get;
    }

    private record Group(Map<String, @Nullable Object> key, List<Row> rows) {}
}
