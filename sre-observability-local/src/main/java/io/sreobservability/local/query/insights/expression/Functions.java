package io.sreobservability.local.query.insights.expression;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The functions on single rows, by their names in lower case: the language reads them in any case. */
public final class Functions {
    private static final int ANY = Integer.MAX_VALUE;
    private static final SortedMap<String, Function> ALL = all();

    private Functions() {}

    /**
     * A function.
     *
     * @param least fewest arguments
     * @param most most arguments
     */
    public record Function(int least, int most, Body body) {
        /** This function of these arguments. */
        public Expression of(List<Expression> arguments) {
            List<Expression> known = List.copyOf(arguments);
            return row -> body.apply(new Arguments(known, row));
        }
    }

    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(Arguments arguments);
    }

    /** The function of this name. */
    public static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the last argument is a span of time, such as {@code 5m}. */
    public static boolean takesPeriod(String name) {
        return List.of("bin", "datefloor", "dateceil").contains(name.toLowerCase(Locale.ROOT));
    }

    /** All names, in lower case. */
    public static SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ALL.keySet()));
    }

    private static SortedMap<String, Function> all() {
        SortedMap<String, Function> all = new TreeMap<>();
        addNumbers(all);
        addPresence(all);
        TextFunctions.addTo(all);
        TimeFunctions.addTo(all);
        return Collections.unmodifiableSortedMap(all);
    }

    private static void addNumbers(Map<String, Function> all) {
        all.put("abs", of(1, 1, arguments -> arguments.mapped(Math::abs)));
        all.put("ceil", of(1, 1, arguments -> arguments.mapped(Math::ceil)));
        all.put("floor", of(1, 1, arguments -> arguments.mapped(Math::floor)));
        all.put("log", of(1, 1, arguments -> arguments.mapped(Math::log)));
        all.put("sqrt", of(1, 1, arguments -> arguments.mapped(Math::sqrt)));
        all.put(
                "greatest",
                of(1, ANY, arguments -> arguments.present().max(Values::compare).orElse(null)));
        all.put(
                "least",
                of(1, ANY, arguments -> arguments.present().min(Values::compare).orElse(null)));
    }

    private static void addPresence(Map<String, Function> all) {
        all.put("ispresent", of(1, 1, arguments -> Values.truth(arguments.get(0) != null)));
        all.put(
                "coalesce",
                of(1, ANY, arguments -> arguments.present().findFirst().orElse(null)));
    }

    static Function of(int least, int most, Body body) {
        return new Function(least, most, body);
    }
}
