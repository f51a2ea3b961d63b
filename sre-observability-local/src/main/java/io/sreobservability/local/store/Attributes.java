package io.sreobservability.local.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Immutable attributes in the order of the wire.
 *
 * <p>A value is a {@code String}, {@code Boolean}, {@code Long}, {@code Double}, an unmodifiable {@code List} or
 * {@code Map} of such values, or null (OTLP knows an empty value). Bytes are kept as base64 text.
 */
public record Attributes(Map<String, @Nullable Object> values) {
    public static final Attributes EMPTY = new Attributes(Map.of());

    public Attributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value if it is text, else null. */
    public @Nullable String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }
}
