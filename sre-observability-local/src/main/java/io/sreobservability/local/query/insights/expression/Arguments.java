package io.sreobservability.local.query.insights.expression;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arguments of a function on one row. */
record Arguments(List<Expression> expressions, Row row) {
    int count() {
        return expressions.size();
    }

    @Nullable
    Object get(int index) {
        return expressions.get(index).evaluate(row);
    }

    @Nullable
    String text(int index) {
        return Values.text(get(index));
    }

    @Nullable
    Number number(int index) {
        return Values.number(get(index));
    }

    /** The values of those that have one, in their order. */
    Stream<Object> present() {
        return expressions.stream()
                .map(expression -> expression.evaluate(row))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** The only argument through {@code function}; null if it is no number. */
    @Nullable
    Object mapped(DoubleUnaryOperator function) {
        Number number = number(0);
        return number == null ? null : Values.finite(function.applyAsDouble(number.doubleValue()));
    }
}
