package io.sreobservability.sreagent.tool;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a tool.
 *
 * @param name as in the query string and the model's schema
 * @param type what its text must be
 * @param description for the model, one sentence
 * @param required whether a call without it is refused
 * @param allowed the only values allowed; empty: any value of the type
 * @param defaultValue what the backend takes when it is absent; {@code null}: no filter
 * @param minimum the smallest number allowed; {@code null}: no limit
 * @param maximum the largest number allowed; {@code null}: no limit
 */
public record ToolParameter(
        String name,
        ParameterType type,
        String description,
        boolean required,
        List<String> allowed,
        @Nullable String defaultValue,
        @Nullable Integer minimum,
        @Nullable Integer maximum) {
    /** The longest value that is accepted, in characters. */
    public static final int MAX_LENGTH = 1_000;

    public ToolParameter {
        allowed = List.copyOf(allowed);
    }

    /** What is wrong with a value, or nothing. */
    public Optional<ParameterProblem> check(String value) {
        if (value.length() > MAX_LENGTH) {
            return problem("must have at most " + MAX_LENGTH + " characters");
        }
        if (!type.accepts(value)) {
            return problem(type.rule());
        }
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            return problem("must be one of " + String.join(", ", allowed));
        }
        if (minimum != null && Double.parseDouble(value) < minimum) {
            return problem("must be at least " + minimum);
        }
        if (maximum != null && Double.parseDouble(value) > maximum) {
            return problem("must be at most " + maximum);
        }
        return Optional.empty();
    }

    private Optional<ParameterProblem> problem(String message) {
        return Optional.of(new ParameterProblem(name, message));
    }
}
