package io.sreobservability.cloudwatch.metrics;

import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * Makes any attribute set a dimension set that CloudWatch takes, because one bad dimension costs the whole request.
 *
 * <p>CloudWatch's rules (PutMetricData, AWS): at most 30 dimensions; names of 1 to 255 and values of 1 to 1024 ASCII
 * characters, without control characters, not blank; a name does not start with a colon. What passes the rules is left as
 * it is. A character outside them is written as a Java escape ({@code \}{@code u00e9}) and a backslash as two, so that
 * different values stay different and can be read back; what is too long is cut at a whole escape; what is blank becomes
 * {@value #BLANK}.
 */
final class DimensionSanitizer {

    static final int MAX_DIMENSIONS = 30;
    static final int MAX_NAME = 255;
    static final int MAX_VALUE = 1024;
    static final String BLANK = "unknown";

    private DimensionSanitizer() {}

    /** The attributes as dimensions, in the attributes' order (by key); the first 30 where there are more. */
    static List<Dimension> dimensions(Attributes attributes) {
        List<Dimension> dimensions = new ArrayList<>(attributes.size());
        Set<String> names = new HashSet<>();
        attributes.forEach((key, value) -> {
            String name = name(key.getKey());
            if (dimensions.size() < MAX_DIMENSIONS && names.add(name)) {
                dimensions.add(Dimension.builder()
                        .name(name)
                        .value(clean(String.valueOf(value), MAX_VALUE))
                        .build());
            }
        });
        return dimensions;
    }

    /** A dimension or metric name. */
    static String name(String raw) {
        int start = 0;
        while (start < raw.length() && raw.charAt(start) == ':') {
            start++;
        }
        return clean(raw.substring(start), MAX_NAME);
    }

    private static String clean(String raw, int maxLength) {
        if (raw.isBlank()) {
            return BLANK;
        }
        StringBuilder clean = new StringBuilder(Math.min(raw.length(), maxLength));
        for (int i = 0; i < raw.length(); i++) {
            String next = escaped(raw.charAt(i));
            if (clean.length() + next.length() > maxLength) {
                break;
            }
            clean.append(next);
        }
        // Cutting can leave only blanks of a value that began with very many.
        return clean.toString().isBlank() ? BLANK : clean.toString();
    }

    private static String escaped(char c) {
        if (c == '\\') {
            return "\\\\";
        }
        return c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
