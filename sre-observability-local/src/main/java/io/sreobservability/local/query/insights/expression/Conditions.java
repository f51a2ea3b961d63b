package io.sreobservability.local.query.insights.expression;

import com.google.re2j.Pattern;
import java.util.List;

/** Conditions over expressions; each is 1 or 0. */
public final class Conditions {
    private Conditions() {}

    public static Expression and(Expression left, Expression right) {
        return row -> Values.truth(Values.holds(left.evaluate(row)) && Values.holds(right.evaluate(row)));
    }

    public static Expression or(Expression left, Expression right) {
        return row -> Values.truth(Values.holds(left.evaluate(row)) || Values.holds(right.evaluate(row)));
    }

    public static Expression not(Expression condition) {
        return row -> Values.truth(!Values.holds(condition.evaluate(row)));
    }

    /** {@code like "text"}: holds the text somewhere; upper and lower case differ. */
    public static Expression contains(Expression value, String text) {
        return row -> {
            String found = Values.text(value.evaluate(row));
            return Values.truth(found != null && found.contains(text));
        };
    }

    /** {@code like /pattern/}: the pattern fits somewhere. */
    public static Expression matches(Expression value, Pattern pattern) {
        return row -> {
            String found = Values.text(value.evaluate(row));
            return Values.truth(found != null && pattern.matcher(found).find());
        };
    }

    /** {@code in [...]}: equals one of them. */
    public static Expression in(Expression value, List<Expression> choices) {
        List<Expression> known = List.copyOf(choices);
        return row -> {
            Object wanted = value.evaluate(row);
            return Values.truth(
                    known.stream().anyMatch(choice -> Comparison.EQUAL.holds(wanted, choice.evaluate(row))));
        };
    }
}
