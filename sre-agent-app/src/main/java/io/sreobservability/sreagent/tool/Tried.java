package io.sreobservability.sreagent.tool;

/**
 * What one try of a call gave.
 *
 * @param result as the agent gets it if there is no further try
 * @param mayPass whether another try may do better
 */
record Tried(ToolResult result, boolean mayPass) {
    /** Of a failure nothing is known but its code. */
    static Tried of(ToolResult result) {
        return new Tried(result, ToolFailure.mayPass(result.errorType()));
    }
}
