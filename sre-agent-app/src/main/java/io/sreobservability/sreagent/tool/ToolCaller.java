package io.sreobservability.sreagent.tool;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls tools and never throws: a failure is a result. {@link ToolClient} is the real one. */
@FunctionalInterface
public interface ToolCaller {
    /** Calls the tool with arguments by parameter name. */
    ToolResult call(String tool, Map<String, Object> arguments);

    /**
     * The same, for callers who want to know of every further try.
     *
     * @param told is called before the pause of each, on the calling thread; must not throw
     */
    default ToolResult call(String tool, Map<String, Object> arguments, Consumer<ToolRetry> told) {
        return call(tool, arguments);
    }

    /** Which of these tools can't be called and why, in one sentence for the plan; empty if all can. */
    default Optional<String> missing(Collection<String> tools) {
        return Optional.empty();
    }
}
