package io.sreobservability.maven.consumer;

import io.sreobservability.registry.contract.Contract;
import io.sreobservability.registry.contract.ContractAttribute;
import io.sreobservability.registry.contract.ContractBuilder;
import io.sreobservability.registry.contract.ContractPoint;
import io.sreobservability.registry.model.Registry;
import io.sreobservability.registry.reader.RegistryReader;
import java.util.List;
import java.util.stream.Stream;

/** The contract of an agent application: a supervisor, specialists, tools and memory, as the processor would write it. */
final class TestContract {
    private static final Registry STANDARD = RegistryReader.standard();

    private TestContract() {}

    static Contract ofAnAgentApplication() {
        ContractBuilder builder = new ContractBuilder(STANDARD);
        Stream.of("investigate", "analyze_query", "aggregate_results")
                .map(word -> "supervisor." + word)
                .forEach(span -> builder.add(
                        point(
                                span,
                                "AgentSpan",
                                "span.supervisor",
                                List.of("sre.agent_type", "error.type", "sre.escalation_triggered")),
                        List.of(span)));
        builder.add(
                point(
                        "supervisor.route_decision",
                        "AgentSpan",
                        "span.supervisor",
                        List.of("sre.agents_selected", "sre.routing_reason")),
                List.of("supervisor.route_decision"));
        builder.add(
                point(
                        "agent.{agent_name}.execute",
                        "AgentSpan",
                        "span.agent",
                        List.of("sre.agent_type", "sre.tools_invoked")),
                List.of("agent.kubernetes.execute", "agent.logs.execute"));
        builder.add(
                point("tool.{tool_name}", "ToolSpan", "span.tool", List.of("sre.tool_name", "sre.tool_params")),
                List.of());
        builder.add(
                point("tool.{tool_name}.attempt", "ToolSpan", "span.tool.attempt", List.of("sre.attempt")), List.of());
        builder.add(
                point(
                        "memory.retrieve",
                        "MemorySpan",
                        "span.memory",
                        List.of("memory.strategy", "memory.cache_hit", "memory.query", "memory.results_count")),
                List.of("memory.retrieve"));
        return builder.build();
    }

    private static ContractPoint point(String span, String annotation, String family, List<String> keys) {
        return new ContractPoint(
                "com.example.Agent",
                span.replaceAll("\\W", "_"),
                "()V",
                annotation,
                span,
                family,
                "com.example.Agent_SpanAspect",
                keys.stream()
                        .map(key -> new ContractAttribute(key, "parameter"))
                        .toList(),
                STANDARD.metrics().stream()
                        .filter(metric -> metric.families().contains(family))
                        .map(metric -> metric.name())
                        .toList());
    }
}
