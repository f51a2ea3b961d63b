package io.sreobservability.local.query.insights.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Logs Insights makes of values: text that looks like a number is one, true is 1, and nothing equals nothing. */
public final class Values {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_EXACT = 18;
    private static final double MOST_EXACT = 1L << 53;

    private Values() {}

    /** A value as it is stored, as Logs Insights sees it. Lists and maps are no values: their members are fields. */
    public static @Nullable Object of(@Nullable Object stored) {
        if (stored instanceof Boolean bool) {
            return truth(bool);
        }
        return stored instanceof String || stored instanceof Number || stored instanceof Instant ? stored : null;
    }

    /** Logs Insights shows true as 1 and false as 0. */
    static Long truth(boolean condition) {
        return condition ? 1L : 0L;
    }

    /** Whether a condition with this value holds. */
    public static boolean holds(@Nullable Object value) {
        Number number = number(value);
        return number != null && number.doubleValue() != 0;
    }

    /** As a {@code Long} or {@code Double}; times are milliseconds since 1970. Null for what is no number. */
    static @Nullable Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        return value instanceof String text && looksLikeNumber(text) ? parsed(text) : null;
    }

    /** The ends tell most other texts apart: names are compared for every span. */
    private static boolean looksLikeNumber(String text) {
        return !text.isEmpty()
                && isDigit(text.charAt(text.length() - 1))
                && (isDigit(text.charAt(0)) || text.charAt(0) == '-' || text.charAt(0) == '+')
                && NUMBER.matcher(text).matches();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number that a literal says. */
    public static Number parsed(String text) {
        boolean whole = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '+');
        return whole && text.length() <= LONGEST_EXACT
                ? (Number) Long.valueOf(text)
                : narrowed(Double.parseDouble(text));
    }

    /** Whole numbers stay exact where a double holds them exactly. Null for what is not finite: there is no such value. */
    static @Nullable Number finite(double value) {
        return Double.isFinite(value) ? narrowed(value) : null;
    }

    private static Number narrowed(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_EXACT ? (Number) (long) value : (Number) value;
    }

    /** As results show it: plain digits for numbers, UTC to the millisecond for times. */
    public static @Nullable String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : number.toString();
        }
        if (value instanceof Instant instant) {
            return TIMESTAMP.format(instant);
        }
        return value == null ? null : value.toString();
    }

    /** Numbers by size, if both are numbers; else by their text. */
    static int compare(Object left, Object right) {
        Number a = number(left);
        Number b = number(right);
        if (a != null && b != null) {
            return compareNumbers(a, b);
        }
        return String.valueOf(text(left)).compareTo(String.valueOf(text(right)));
    }

    /** Exactly, also where a double cannot hold the whole number: sorting needs an order without contradictions. */
    private static int compareNumbers(Number a, Number b) {
        if (a instanceof Long && b instanceof Long) {
            return Long.compare(a.longValue(), b.longValue());
        }
        double left = a.doubleValue();
        double right = b.doubleValue();
        if ((isExact(a) && isExact(b)) || !Double.isFinite(left) || !Double.isFinite(right)) {
            return left == right ? 0 : Double.compare(left, right);
        }
        return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }

    /** Whether a double says what the number is. */
    private static boolean isExact(Number number) {
        return !(number instanceof Long) || Math.abs(number.doubleValue()) < MOST_EXACT;
    }

    /** The order of {@code sort}: what is missing, then texts, then numbers. */
    public static int order(@Nullable Object left, @Nullable Object right) {
        int ranks = Integer.compare(rank(left), rank(right));
        return ranks != 0 || left == null || right == null ? ranks : compare(left, right);
    }

    private static int rank(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        return number(value) == null ? 1 : 2;
    }
}
