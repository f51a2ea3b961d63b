package io.sreobservability.sreagent.trace;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One log record as the stand-in tells it.
 *
 * @param severity for example INFO, WARN or ERROR
 * @param text what it says
 * @param service {@code service.name} of the process that wrote it
 * @param spanId the span that it was written in, null outside of spans
 * @param attributes string, number, boolean or list values by key
 */
public record LogLine(
        String severity,
        String text,
        String service,
        @Nullable String spanId,
        Map<String, Object> attributes) {
    private static final Set<String> GRAVE = Set.of("WARN", "ERROR", "FATAL");

    public LogLine {
        attributes = Map.copyOf(attributes);
    }

    /** Whether it tells of a problem. */
    public boolean isProblem() {
        return GRAVE.contains(severity);
    }

    /** The value of an attribute as text, null if it has none. */
    public @Nullable String attribute(String key) {
        Object value = attributes.get(key);
        return value == null ? null : value.toString();
    }
}
