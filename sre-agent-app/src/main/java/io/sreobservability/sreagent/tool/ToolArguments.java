package io.sreobservability.sreagent.tool;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The arguments of a call, from the way in which models write them to the one that the schema wants. */
final class ToolArguments {
    private ToolArguments() {}

    /** As texts, which is how they are checked; without those that are {@code null}. */
    static Map<String, String> texts(Map<String, Object> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (value != null) {
                values.put(name, text(value));
            }
        });
        return values;
    }

    // Models write whole numbers as 5.0 at times.
    private static String text(Object value) {
        boolean whole = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString(((Double) value).longValue()) : value.toString();
    }

    /** The checked texts with the types of the schema: models write numbers in quotes at times. */
    static Map<String, Object> typed(ToolDefinition definition, Map<String, String> values) {
        Map<String, Object> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            ParameterType type = definition.parameter(name).orElseThrow().type();
            typed.put(
                    name,
                    switch (type) {
                        case STRING, DATE_TIME -> value;
                        case INTEGER -> Integer.valueOf(value);
                        case NUMBER -> new BigDecimal(value);
                    });
        });
        return typed;
    }
}
