package io.sreobservability.local.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The metric data of the demo's spans, by the rules of the standard's {@code metrics.yaml}: a duration's value is its span's. */
final class DemoMetrics {
    private final List<ObjectNode> data = new ArrayList<>();

    /** Adds what a span counts for; {@code end} in seconds since 1970. */
    void add(String span, Map<String, String> attributes, boolean failed, long end, double millis) {
        String[] name = span.split("\\.", -1);
        boolean agent = name[0].equals("agent") || span.equals("supervisor.investigate");
        boolean tool = name[0].equals("tool") && name.length == 2; // Its single attempts count for nothing.
        boolean memory = name[0].equals("memory");
        String worker = attributes.get("sre.agent_type");
        String strategy = attributes.get("memory.strategy");
        if (agent) {
            took("AgentInvocation", end, millis, "AgentName", worker);
            took("AgentInvocation", end, millis, "AgentName", worker, "UserID", attributes.get("sre.user_id"));
        } else if (tool) {
            took("ToolExecution", end, millis, "ToolName", attributes.get("sre.tool_name"), "AgentName", worker);
        } else if (memory) {
            took("MemoryOperation", end, millis, "Operation", name[1], "Strategy", strategy);
        } else if (span.equals("supervisor.route_decision")) {
            for (String chosen : attributes.get("sre.agents_selected").split(",", -1)) {
                counts("AgentRouting", end, "AgentName", chosen);
            }
        }
        if (attributes.containsKey("memory.cache_hit")) {
            boolean hit = attributes.get("memory.cache_hit").equals("true");
            counts(hit ? "MemoryCacheHit" : "MemoryCacheMiss", end, "Strategy", strategy);
        }
        if (failed && (agent || tool || memory)) {
            String error = attributes.get("error.type");
            counts("ComponentError", end, "Component", name[0], "Name", name[1], "ErrorType", error);
        }
    }

    private void took(String metric, long end, double millis, String... dimensions) {
        add(metric, end, millis, "Milliseconds", dimensions);
    }

    private void counts(String metric, long end, String... dimensions) {
        add(metric, end, 1, "Count", dimensions);
    }

    private void add(String metric, long end, double value, String unit, String... dimensions) {
        data.add(Deployment.datum(metric, end, value, unit, dimensions));
    }

    void send(Deployment deployment) {
        deployment.put(data);
        data.clear();
    }
}
