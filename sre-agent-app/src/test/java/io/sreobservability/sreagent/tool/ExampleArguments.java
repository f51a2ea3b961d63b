package io.sreobservability.sreagent.tool;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.function.Predicate;

/** Arguments with which every tool finds something in the built-in data. */
public final class ExampleArguments {
    private ExampleArguments() {}

    /** One for each parameter of the tool. */
    public static Map<String, Object> all(ToolDefinition tool) {
        return those(tool, parameter -> true);
    }

    /** Only those without which a call is refused. */
    public static Map<String, Object> required(ToolDefinition tool) {
        return those(tool, ToolParameter::required);
    }

    private static Map<String, Object> those(ToolDefinition tool, Predicate<ToolParameter> wanted) {
        return tool.parameters().stream().filter(wanted).collect(toMap(ToolParameter::name, ExampleArguments::example));
    }

    private static Object example(ToolParameter parameter) {
        if (parameter.name().equals("playbook_id")) {
            return "memory-pressure-playbook";
        }
        if (!parameter.allowed().isEmpty()) {
            return parameter.allowed().get(0);
        }
        return switch (parameter.type()) {
            case STRING -> "database";
            case DATE_TIME -> "2024-01-15T14:00:00Z";
            case INTEGER, NUMBER -> 10;
        };
    }
}
