package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Expression;
import io.sreobservability.local.query.insights.expression.Row;
import io.sreobservability.local.query.insights.expression.Values;
import java.util.Comparator;
import java.util.List;

/** {@code sort}: by the first key, then by the next. Rows that are equal in all stay in their order. */
public record Sort(List<Key> keys) implements Command {
    public Sort {
        keys = List.copyOf(keys);
    }

    /** A value to sort by. */
    public record Key(Expression value, boolean descending) {
        private Comparator<Row> comparator() {
            Comparator<Row> ascending = (a, b) -> Values.order(value.evaluate(a), value.evaluate(b));
            return descending ? ascending.reversed() : ascending;
        }
    }

    @Override
    public Table run(Table table) {
        Comparator<Row> order = keys.stream()
                .map(Key::comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return table.withRows(table.rows().stream().sorted(order).toList());
    }
}
