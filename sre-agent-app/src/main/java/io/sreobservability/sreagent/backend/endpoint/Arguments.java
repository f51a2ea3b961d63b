package io.sreobservability.sreagent.backend.endpoint;

import io.sreobservability.sreagent.tool.ToolDefinition;
import io.sreobservability.sreagent.tool.ToolParameter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call's arguments, with defaults filled in. They passed {@link ToolDefinition#check}. */
public final class Arguments {
    private final ToolDefinition tool;
    private final Map<String, String> values;

    /** The arguments of a call of {@code tool}. */
    public Arguments(ToolDefinition tool, Map<String, String> values) {
        this.tool = tool;
        this.values = Map.copyOf(values);
    }

    /** The text, its default, or {@code null}. */
    public @Nullable String text(String name) {
        ToolParameter parameter = tool.parameter(name)
                .orElseThrow(() -> new IllegalArgumentException(tool.name() + " has no parameter " + name));
        return values.getOrDefault(name, parameter.defaultValue());
    }

    /** The text of a parameter that is required or has a default. */
    public String requiredText(String name) {
        String value = text(name);
        if (value == null) {
            throw new IllegalArgumentException(tool.name() + " may lack parameter " + name);
        }
        return value;
    }

    /** The moment, or {@code null}. */
    public @Nullable Instant time(String name) {
        String value = text(name);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }

    /** The whole number of a parameter that is required or has a default. */
    public int integer(String name) {
        return Integer.parseInt(requiredText(name));
    }

    /** The number of a parameter that is required or has a default. */
    public double number(String name) {
        return Double.parseDouble(requiredText(name));
    }

    /** The length of a time window such as {@code 1h} or {@code 7d}. */
    public Duration window(String name) {
        String value = requiredText(name);
        long count = Long.parseLong(value.substring(0, value.length() - 1));
        return value.endsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count);
    }
}
