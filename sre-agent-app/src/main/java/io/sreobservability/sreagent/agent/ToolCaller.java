package io.sreobservability.sreagent.agent;

import io.sreobservability.sreagent.tool.ToolResult;
import java.util.Map;

/** Calls a tool and never throws: a failure is a result. {@code ToolClient::call} is the real one. */
@FunctionalInterface
public interface ToolCaller {
    /** Calls the tool with arguments by parameter name. */
    ToolResult call(String tool, Map<String, Object> arguments);
}
