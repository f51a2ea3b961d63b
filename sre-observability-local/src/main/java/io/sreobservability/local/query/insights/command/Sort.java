package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Expression;
import io.sreobservability.local.query.insights.expression.Row;
import io.sreobservability.local.query.insights.expression.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sort}: by the first key, then by the next. Rows that are equal in all stay in their order. */
public record Sort(List<Key> keys) implements Command {
    public Sort {
        keys = List.copyOf(keys);
    }

    /** A value to sort by. */
    public record Key(Expression value, boolean descending) {}

    @Override
    public Table run(Table table) {
        return table.withRows(table.rows().stream()
                .map(this::keyed)
                .sorted(this::compare)
                .map(Keyed::row)
                .toList());
    }

    /** Keys are computed once for each row, not once for each comparison. */
    private Keyed keyed(Row row) {
        @Nullable Object[] values = new Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).value.evaluate(row);
        }
        return new Keyed(row, values);
    }

    private int compare(Keyed left, Keyed right) {
        for (int i = 0; i < keys.size(); i++) {
            int order = Values.order(left.values[i], right.values[i]);
            if (order != 0) {
                return keys.get(i).descending ? -order : order;
            }
        }
        return 0;
    }

    private static final class Keyed {
        private final Row row;
        private final @Nullable Object[] values;

        Keyed(Row row, @Nullable Object[] values) {
            this.row = row;
            this.values = values;
        }

        Row row() {
            return row;
        }
    }
}
