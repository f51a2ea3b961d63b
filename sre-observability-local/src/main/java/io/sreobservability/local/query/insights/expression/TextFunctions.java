package io.sreobservability.local.query.insights.expression;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions on texts. Positions count from 0, in code points as a reader counts. */
final class TextFunctions {
    private static final int ANY = Integer.MAX_VALUE;

    /** Texts that a query makes longer than this have no value: commands in a row could double them without end. */
    private static final int LONGEST = 100_000;

    private TextFunctions() {}

    static void addTo(Map<String, Functions.Function> all) {
        all.put("isempty", Functions.of(1, 1, arguments -> isEmpty(arguments.text(0))));
        all.put("isblank", Functions.of(1, 1, arguments -> isEmpty(changed(arguments.text(0), String::strip))));
        all.put("concat", Functions.of(2, ANY, TextFunctions::concat));
        all.put("trim", Functions.of(1, 1, arguments -> changed(arguments.text(0), String::strip)));
        all.put("ltrim", Functions.of(1, 1, arguments -> changed(arguments.text(0), String::stripLeading)));
        all.put("rtrim", Functions.of(1, 1, arguments -> changed(arguments.text(0), String::stripTrailing)));
        all.put(
                "toupper",
                Functions.of(1, 1, arguments -> changed(arguments.text(0), s -> s.toUpperCase(Locale.ROOT))));
        all.put(
                "tolower",
                Functions.of(1, 1, arguments -> changed(arguments.text(0), s -> s.toLowerCase(Locale.ROOT))));
        all.put("strlen", Functions.of(1, 1, TextFunctions::length));
        all.put("substr", Functions.of(2, 3, TextFunctions::substring));
        all.put("replace", Functions.of(3, 3, TextFunctions::replace));
        all.put("strcontains", Functions.of(2, 2, TextFunctions::contains));
    }

    private static Long isEmpty(@Nullable String text) {
        return Values.truth(text == null || text.isEmpty());
    }

    private static @Nullable String changed(@Nullable String text, Function<String, String> change) {
        return text == null ? null : change.apply(text);
    }

    private static @Nullable String concat(Arguments arguments) {
        String joined = arguments.present().map(Values::text).collect(Collectors.joining());
        return joined.length() > LONGEST ? null : joined;
    }

    private static @Nullable Object length(Arguments arguments) {
        String text = arguments.text(0);
        return text == null ? null : (Object) (long) text.codePointCount(0, text.length());
    }

    private static @Nullable Object substring(Arguments arguments) {
        String text = arguments.text(0);
        Number start = arguments.number(1);
        Number length = arguments.count() < 3 ? Integer.valueOf(Integer.MAX_VALUE) : arguments.number(2);
        if (text == null || start == null || length == null) {
            return null;
        }
        return text.codePoints()
                .skip(Math.max(0, start.longValue()))
                .limit(Math.max(0, length.longValue()))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable Object replace(Arguments arguments) {
        String text = arguments.text(0);
        String old = arguments.text(1);
        String replacement = arguments.text(2);
        // An empty text stands between any two characters.
        if (text == null || old == null || old.isEmpty() || replacement == null) {
            return text;
        }
        long longest = text.length() + (long) text.length() / old.length() * replacement.length();
        return longest > LONGEST ? null : text.replace(old, replacement);
    }

    private static Long contains(Arguments arguments) {
        String text = arguments.text(0);
        String part = arguments.text(1);
        return Values.truth(text != null && part != null && text.contains(part));
    }
}
