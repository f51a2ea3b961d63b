package io.sreobservability.local.query.insights.expression;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions of {@code stats}, by their names in lower case. Rows where the argument is missing do not count. */
public final class Aggregates {
    private static final SortedMap<String, Definition> ALL = all();

    private Aggregates() {}

    /** A function over the rows of a group. */
    @FunctionalInterface
    public interface Aggregate {
        /** Its value; null if no row has what it needs. */
        @Nullable
        Object of(List<? extends Row> rows);
    }

    /**
     * A function that only its arguments are missing of.
     *
     * @param arguments how many
     */
    public record Definition(int arguments, Function<List<Expression>, Aggregate> body) {
        public Aggregate of(List<Expression> expressions) {
            return body.apply(List.copyOf(expressions));
        }
    }

    /** The function of this name. */
    public static Optional<Definition> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    /** All names, in lower case. */
    public static SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ALL.keySet()));
    }

    /** {@code count(*)}: how many rows there are. */
    public static Aggregate countRows() {
        return rows -> (long) rows.size();
    }

    private static SortedMap<String, Definition> all() {
        SortedMap<String, Definition> all = new TreeMap<>();
        all.put("count", ofRows(Aggregates::count));
        all.put("count_distinct", ofRows(Aggregates::countDistinct));
        all.put("min", ofRows((rows, value) -> extreme(rows, value, -1)));
        all.put("max", ofRows((rows, value) -> extreme(rows, value, 1)));
        all.put("sum", ofNumbers(Aggregates::sum));
        all.put("avg", ofNumbers(Aggregates::average));
        all.put("stddev", ofNumbers(Aggregates::deviation));
        all.put("pct", new Definition(2, Percentile::new));
        all.put("earliest", new Definition(1, arguments -> new Newest(arguments.get(0), -1)));
        all.put("latest", new Definition(1, arguments -> new Newest(arguments.get(0), 1)));
        return Collections.unmodifiableSortedMap(all);
    }

    private static Definition ofRows(BiFunction<List<? extends Row>, Expression, @Nullable Object> function) {
        return new Definition(1, arguments -> rows -> function.apply(rows, arguments.get(0)));
    }

    private static Definition ofNumbers(Function<double[], @Nullable Object> function) {
        return new Definition(1, arguments -> rows -> {
            double[] numbers = numbers(rows, arguments.get(0));
            return numbers.length == 0 ? null : function.apply(numbers);
        });
    }

    private static double[] numbers(List<? extends Row> rows, Expression expression) {
        double[] numbers = new double[rows.size()];
        int found = 0;
        for (Row row : rows) {
            Number number = Values.number(expression.evaluate(row));
            if (number != null) {
                numbers[found++] = number.doubleValue();
            }
        }
        return Arrays.copyOf(numbers, found);
    }

    private static Object count(List<? extends Row> rows, Expression value) {
        long count = 0;
        for (Row row : rows) {
            count += value.evaluate(row) == null ? 0 : 1;
        }
        return count;
    }

    /** Exact here; CloudWatch's is an approximation for fields with very many values. */
    private static Object countDistinct(List<? extends Row> rows, Expression value) {
        Set<String> texts = new HashSet<>();
        for (Row row : rows) {
            String text = Values.text(value.evaluate(row));
            if (text != null) {
                texts.add(text);
            }
        }
        return (long) texts.size();
    }

    /** The largest value for direction 1, the smallest for -1; of equal ones the first. */
    private static @Nullable Object extreme(List<? extends Row> rows, Expression value, int direction) {
        Object extreme = null;
        for (Row row : rows) {
            Object found = value.evaluate(row);
            if (found != null && (extreme == null || direction * Values.compare(found, extreme) > 0)) {
                extreme = found;
            }
        }
        return extreme;
    }

    private static @Nullable Object sum(double[] numbers) {
        return Values.finite(Arrays.stream(numbers).sum());
    }

    private static @Nullable Object average(double[] numbers) {
        return Values.finite(mean(numbers));
    }

    private static @Nullable Object deviation(double[] numbers) {
        double mean = mean(numbers);
        double squares = Arrays.stream(numbers)
                .map(number -> (number - mean) * (number - mean))
                .sum();
        return Values.finite(Math.sqrt(squares / numbers.length));
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }

    /** {@code pct(value, percent)}: the smallest number that at least that share of the numbers does not exceed. */
    private record Percentile(List<Expression> arguments) implements Aggregate {
        @Override
        public @Nullable Object of(List<? extends Row> rows) {
            double[] sorted = numbers(rows, arguments.get(0));
            Arrays.sort(sorted);
            Number percent =
                    sorted.length == 0 ? null : Values.number(arguments.get(1).evaluate(rows.get(0)));
            if (percent == null || !(percent.doubleValue() >= 0 && percent.doubleValue() <= 100)) {
                return null;
            }
            int rank = (int) Math.ceil(percent.doubleValue() / 100 * sorted.length);
            return Values.finite(sorted[Math.max(1, rank) - 1]);
        }
    }

    /** {@code latest} and, the other way round, {@code earliest}: the value of the row with the newest time. */
    private record Newest(Expression value, int direction) implements Aggregate {
        @Override
        public @Nullable Object of(List<? extends Row> rows) {
            Comparator<Row> byTime = (a, b) -> direction * Values.order(a.get("@timestamp"), b.get("@timestamp"));
            return rows.stream()
                    .filter(row -> value.evaluate(row) != null)
                    .max(byTime)
                    .map(value::evaluate)
                    .orElse(null);
        }
    }
}
