package io.sreobservability.sreagent.backend.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.Snapshot;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.util.Map;

/** Answers one tool. */
@FunctionalInterface
public interface Endpoint {
    /**
     * The answer's body.
     *
     * @throws EntityNotFoundException if the arguments name a thing that does not exist
     */
    ObjectNode answer(Arguments arguments, Snapshot data) throws EntityNotFoundException;

    /** A domain's endpoints by tool name. */
    static Map<String, Endpoint> of(ToolDomain domain) {
        return switch (domain) {
            case KUBERNETES -> KubernetesEndpoints.byTool();
            case LOGS -> LogsEndpoints.byTool();
            case METRICS -> MetricsEndpoints.byTool();
            case RUNBOOKS -> RunbooksEndpoints.byTool();
        };
    }
}
