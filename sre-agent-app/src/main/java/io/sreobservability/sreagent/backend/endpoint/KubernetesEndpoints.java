package io.sreobservability.sreagent.backend.endpoint;

import static io.sreobservability.sreagent.backend.data.DataFile.CLUSTER_USAGE;
import static io.sreobservability.sreagent.backend.data.DataFile.DEPLOYMENTS;
import static io.sreobservability.sreagent.backend.data.DataFile.EVENTS;
import static io.sreobservability.sreagent.backend.data.DataFile.NODES;
import static io.sreobservability.sreagent.backend.data.DataFile.PODS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.sreagent.backend.data.Snapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cluster: pods, deployments, events, nodes and what they use. */
final class KubernetesEndpoints {
    private KubernetesEndpoints() {}

    static Map<String, Endpoint> byTool() {
        return Map.of(
                "get_pod_status", KubernetesEndpoints::pods,
                "get_deployment_status", KubernetesEndpoints::deployments,
                "get_cluster_events", KubernetesEndpoints::events,
                "get_resource_usage", KubernetesEndpoints::usage,
                "get_node_status", KubernetesEndpoints::nodes);
    }

    private static ObjectNode pods(Arguments arguments, Snapshot data) {
        return data.rows(PODS)
                .where("namespace", arguments.text("namespace"))
                .where("name", arguments.text("pod_name"))
                .under("pods");
    }

    private static ObjectNode deployments(Arguments arguments, Snapshot data) {
        return data.rows(DEPLOYMENTS)
                .where("namespace", arguments.text("namespace"))
                .where("name", arguments.text("deployment_name"))
                .under("deployments");
    }

    private static ObjectNode events(Arguments arguments, Snapshot data) {
        return data.rows(EVENTS)
                .since(arguments.time("since"))
                .where("type", arguments.text("severity"))
                .under("events");
    }

    private static ObjectNode nodes(Arguments arguments, Snapshot data) {
        return data.rows(NODES).where("name", arguments.text("node_name")).under("nodes");
    }

    /** Everything; or one namespace; either narrowed to one kind of resource. */
    private static ObjectNode usage(Arguments arguments, Snapshot data) {
        JsonNode all = data.document(CLUSTER_USAGE);
        String namespace = arguments.text("namespace");
        String type = arguments.text("resource_type");
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        if (namespace != null) {
            JsonNode known = all.path("namespace_usage").path(namespace);
            usage.put("namespace", namespace);
            usage.set("usage", type == null && known.isObject() ? known : narrowed(known, type));
        } else if (type != null) {
            usage.set("timestamp", all.path("timestamp"));
            usage.set("cluster", narrowed(all.path("cluster"), type));
        } else {
            usage = all.deepCopy();
        }
        return JsonNodeFactory.instance.objectNode().set("resource_usage", usage);
    }

    private static ObjectNode narrowed(JsonNode usage, @Nullable String type) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        if (type != null && usage.has(type)) {
            one.set(type, usage.get(type));
        }
        return one;
    }
}
