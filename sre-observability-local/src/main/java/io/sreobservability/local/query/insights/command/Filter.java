package io.sreobservability.local.query.insights.command;

import io.sreobservability.local.query.insights.expression.Expression;
import io.sreobservability.local.query.insights.expression.Values;

/** {@code filter}: keeps the rows where a condition holds. */
public record Filter(Expression condition) implements Command {
    @Override
    public Table run(Table table) {
        return table.withRows(table.rows().stream()
                .filter(row -> Values.holds(condition.evaluate(row)))
                .toList());
    }
}
