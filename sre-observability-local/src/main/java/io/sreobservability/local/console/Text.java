package io.sreobservability.local.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of telemetry as the pages show them. */
final class Text {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Text() {}

    /** Texts as they are, everything else as JSON: a page's own numbers could not hold every long. */
    static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // Plain values only.
        }
    }

    /** Attributes by key, in alphabetical order. */
    static Map<String, String> of(Map<String, @Nullable Object> attributes) {
        Map<String, String> texts = new LinkedHashMap<>();
        new TreeMap<>(attributes).forEach((key, value) -> texts.put(key, of(value)));
        return texts;
    }
}
