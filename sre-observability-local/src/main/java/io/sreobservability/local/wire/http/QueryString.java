package io.sreobservability.local.wire.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decoded {@code name=value} pairs, of a URL or of a form; each name once. */
public final class QueryString {
    private final Map<String, String> values;

    private QueryString(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Decodes a query string.
     *
     * @param raw {@code a=1&b=2}, percent-encoded; null or empty for no pairs
     * @throws HttpProblem 400 for broken percent-encoding or a name that comes twice
     */
    public static QueryString parse(@Nullable String raw) throws HttpProblem {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (values.putIfAbsent(name, value) != null) {
                    throw new HttpProblem(400, "Parameter '" + name + "' is given twice.");
                }
            }
        }
        return new QueryString(values);
    }

    private static String decode(String encoded) throws HttpProblem {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "Broken percent-encoding in the parameters.");
        }
    }

    /** All pairs in their order. */
    public Map<String, String> all() {
        return values;
    }

    /** The value, null if the parameter is absent. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** Refuses parameters that the endpoint would ignore: a misspelt filter must not look like an answer. */
    public QueryString only(Set<String> known) throws HttpProblem {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new HttpProblem(
                        400, "Unknown parameter '" + name + "'; known here: " + String.join(", ", known) + ".");
            }
        }
        return this;
    }

    /** A whole number from 1 to {@code maximum}; {@code absent} if the parameter is not given. */
    public int count(String name, int absent, int maximum) throws HttpProblem {
        String value = values.get(name);
        if (value == null) {
            return absent;
        }
        if (value.matches("[0-9]{1,9}")) {
            int count = Integer.parseInt(value);
            if (count >= 1 && count <= maximum) {
                return count;
            }
        }
        throw new HttpProblem(400, "Parameter '" + name + "' must be a whole number from 1 to " + maximum + ".");
    }
}
