package io.sreobservability.aspects.propagation;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readers and writers of the two kinds of maps in which context usually travels. They work with any propagator. */
public final class Carriers {
    private static final TextMapGetter<Map<String, List<String>>> HEADERS = new HeaderGetter();
    private static final TextMapGetter<Map<String, ?>> META = new MetaGetter();

    private Carriers() {}

    /**
     * Reads HTTP headers, of which each may come several times. The map must find names in any case, as those of {@code
     * com.sun.net.httpserver} and {@code java.net.http} do.
     */
    public static TextMapGetter<Map<String, List<String>>> headers() {
        return HEADERS;
    }

    /**
     * Reads the {@code _meta} object of a message of the Model Context Protocol, in which the headers are members of the
     * same names. Members that are not texts count as absent.
     */
    public static TextMapGetter<Map<String, ?>> meta() {
        return META;
    }

    /** Writes into a {@code _meta} object. */
    public static TextMapSetter<Map<String, Object>> metaSetter() {
        return (meta, key, value) -> {
            if (meta != null) {
                meta.put(key, value);
            }
        };
    }

    private static final class HeaderGetter implements TextMapGetter<Map<String, List<String>>> {
        @Override
        public Iterable<String> keys(Map<String, List<String>> headers) {
            return headers.keySet();
        }

        /** Repeated headers are one list (RFC 9110, 5.2): so tracestate and baggage add up, and two traceparents are none. */
        @Override
        public @Nullable String get(@Nullable Map<String, List<String>> headers, String name) {
            List<String> values = headers == null ? null : headers.get(name);
            if (values == null || values.isEmpty()) {
                return null;
            }
            String first = values.get(0);
            if (values.size() == 1) {
                return first;
            }
            StringBuilder all = new StringBuilder(first);
            // Longer than the longest that is read is long enough to be refused.
            for (int i = 1; i < values.size() && all.length() <= BaggageHeader.MAX_LENGTH; i++) {
                all.append(',').append(values.get(i));
            }
            return all.toString();
        }
    }

    private static final class MetaGetter implements TextMapGetter<Map<String, ?>> {
        @Override
        public Iterable<String> keys(Map<String, ?> meta) {
            return List.copyOf(meta.keySet());
        }

        @Override
        public @Nullable String get(@Nullable Map<String, ?> meta, String key) {
            return meta != null && meta.get(key) instanceof String text ? text : null;
        }
    }
}
