package io.sreobservability.local.query.insights.expression;

import org.jspecify.annotations.Nullable;

/** Comparisons. What is missing differs from everything and is neither smaller nor larger. */
public enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** This comparison of two expressions: 1 or 0. */
    public Expression of(Expression left, Expression right) {
        return row -> Values.truth(holds(left.evaluate(row), right.evaluate(row)));
    }

    boolean holds(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return this == NOT_EQUAL;
        }
        int order = Values.compare(left, right);
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
