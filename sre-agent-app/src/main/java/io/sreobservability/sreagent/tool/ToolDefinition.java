package io.sreobservability.sreagent.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One tool: its name, its HTTP endpoint (always GET) and its parameters.
 *
 * @param name the tool's name, unique over all domains
 * @param domain the domain whose backend answers
 * @param path the endpoint's path; a parameter in it is written in braces
 * @param description for the model, one sentence
 * @param answer the schema of its answers, a name in the domain's OpenAPI document
 * @param parameters in the order of the definition
 */
public record ToolDefinition(
        String name,
        ToolDomain domain,
        String path,
        String description,
        String answer,
        List<ToolParameter> parameters) {
    public ToolDefinition {
        parameters = List.copyOf(parameters);
    }

    /** The parameter of this name. */
    public Optional<ToolParameter> parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst();
    }

    /** Whether the parameter is a segment of the path (else it is in the query string). */
    public boolean isInPath(String parameter) {
        return path.contains("{" + parameter + "}");
    }

    /** Everything that is wrong with the arguments of a call; empty if the call is fine. */
    public List<ParameterProblem> check(Map<String, String> arguments) {
        List<ParameterProblem> problems = new ArrayList<>();
        for (ToolParameter parameter : parameters) {
            String value = arguments.get(parameter.name());
            if (value != null) {
                parameter.check(value).ifPresent(problems::add);
            } else if (parameter.required()) {
                problems.add(new ParameterProblem(parameter.name(), "is required"));
            }
        }
        for (String given : arguments.keySet()) {
            if (parameter(given).isEmpty()) {
                problems.add(new ParameterProblem(given, "is unknown; " + name + " takes " + parameterNames()));
            }
        }
        return problems;
    }

    private String parameterNames() {
        return String.join(", ", parameters.stream().map(ToolParameter::name).toList());
    }
}
