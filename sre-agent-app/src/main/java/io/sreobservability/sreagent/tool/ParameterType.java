package io.sreobservability.sreagent.tool;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;

/** What a parameter's text must be. */
public enum ParameterType {
    STRING("string", "must not be empty"),
    DATE_TIME("date-time", "must be an ISO 8601 time with zone, for example 2026-01-31T12:00:00Z"),
    INTEGER("integer", "must be a whole number"),
    NUMBER("number", "must be a number");

    private final String id;
    private final String rule;

    ParameterType(String id, String rule) {
        this.id = id;
        this.rule = rule;
    }

    /** The rule in words, to be read after the parameter's name. */
    String rule() {
        return rule;
    }

    /** Whether the text is a value of this type. */
    boolean accepts(String text) {
        try {
            return switch (this) {
                case STRING -> !text.isBlank();
                case DATE_TIME -> OffsetDateTime.parse(text).getYear() > 0;
                case INTEGER -> text.matches("[+-]?[0-9]{1,9}");
                case NUMBER -> Double.isFinite(Double.parseDouble(text));
            };
        } catch (DateTimeException | NumberFormatException malformed) {
            return false;
        }
    }

    static ParameterType ofId(String id) {
        return Arrays.stream(values())
                .filter(type -> type.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown parameter type '" + id + "'"));
    }
}
