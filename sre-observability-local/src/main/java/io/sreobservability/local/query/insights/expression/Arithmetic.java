package io.sreobservability.local.query.insights.expression;

import org.jspecify.annotations.Nullable;

/** The arithmetic of Logs Insights. Without two numbers, or divided by zero, there is no result. */
public enum Arithmetic {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    POWER;

    /** This operation on two expressions. */
    public Expression of(Expression left, Expression right) {
        return row -> apply(Values.number(left.evaluate(row)), Values.number(right.evaluate(row)));
    }

    private @Nullable Object apply(@Nullable Number left, @Nullable Number right) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Long a && right instanceof Long b && (this == ADD || this == SUBTRACT)) {
            // Nanoseconds since 1970 are beyond what a double holds exactly, and differences of them are durations.
            return exact(a, b);
        }
        double a = left.doubleValue();
        double b = right.doubleValue();
        return Values.finite(
                switch (this) {
                    case ADD -> a + b;
                    case SUBTRACT -> a - b;
                    case MULTIPLY -> a * b;
                    case DIVIDE -> a / b;
                    case REMAINDER -> a % b;
                    case POWER -> Math.pow(a, b);
                });
    }

    private @Nullable Object exact(long a, long b) {
        try {
            return this == ADD ? Math.addExact(a, b) : Math.subtractExact(a, b);
        } catch (ArithmeticException tooLarge) {
            return Values.finite(this == ADD ? (double) a + b : (double) a - b);
        }
    }
}
