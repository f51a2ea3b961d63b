package io.sreobservability.local.query.insights.expression;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Conditions over expressions; each is 1 or 0. */
public final class Conditions {
    private static final int MOST_KNOWN = 1_000;

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
        Map<String, Boolean> known = new ConcurrentHashMap<>();
        return row -> {
            String found = Values.text(value.evaluate(row));
            return Values.truth(found != null && fits(pattern, found, known));
        };
    }

    /** Many spans have few names: a pattern is slow, and looks at each text once. */
    private static boolean fits(Pattern pattern, String text, Map<String, Boolean> known) {
        Boolean before = known.get(text);
        if (before != null) {
            return before;
        }
        boolean fits = pattern.matcher(text).find();
        if (known.size() < MOST_KNOWN) {
            known.put(text, fits);
        }
        return fits;
    }

    /** {@code in [...]}: equals one of them. */
    public static Expression in(Expression value, List<Expression> choices) {
        List<Expression> known = List.copyOf(choices);
        return row -> {
            Object wanted = value.evaluate(row);
            for (Expression choice : known) {
                if (Comparison.EQUAL.holds(wanted, choice.evaluate(row))) {
                    return Values.truth(true);
                }
            }
            return Values.truth(false);
        };
    }
}
