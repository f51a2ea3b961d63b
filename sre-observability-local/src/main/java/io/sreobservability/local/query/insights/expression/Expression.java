package io.sreobservability.local.query.insights.expression;

import org.jspecify.annotations.Nullable;

/** Something that has a value on every row. */
@FunctionalInterface
public interface Expression {
    /** Its value as {@link Row} has them; null if it has none there. */
    @Nullable
    Object evaluate(Row row);

    /** Always the same value. */
    static Expression constant(Object value) {
        return row -> value;
    }

    /** The value of a field. */
    static Expression field(String name) {
        return row -> row.get(name);
    }
}
