package io.sreobservability.sreagent.tool;

/**
 * Why a tool call's arguments can't be used.
 *
 * @param parameter the parameter's name as the caller wrote it
 * @param message what is wrong and what would be right; never empty
 */
public record ParameterProblem(String parameter, String message) {
    @Override
    public String toString() {
        return "parameter '" + parameter + "': " + message;
    }
}
