package io.sreobservability.sreagent.trace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom the supervisor sent, and why.
 *
 * @param agents their names, in plan order
 * @param reason in the planner's words; null where content is not captured
 */
public record Routing(List<String> agents, @Nullable String reason) {
    static Optional<Routing> of(TraceTree tree) {
        return tree.named("supervisor.route_decision").findFirst().map(node -> {
            String agents = node.span().attribute("sre.agents_selected");
            return new Routing(
                    agents == null ? List.of() : List.of(agents.split(",")),
                    node.span().attribute("sre.routing_reason"));
        });
    }

    /** The decision in one sentence, without a line end. */
    public String sentence() {
        String why = reason == null ? "the reason is content, which is not captured" : reason;
        return String.join(", ", agents) + ": " + why;
    }
}
