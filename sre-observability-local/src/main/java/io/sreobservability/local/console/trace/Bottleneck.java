package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The slowest agent of an investigation, and what its time went to.
 *
 * @param agent the agent's span
 * @param name the agent's name
 * @param investigationNano how long the whole investigation took
 * @param where what most of the agent's time went to
 * @param slowest the slowest span of that kind; for the agent's own work the agent itself
 * @param nanos how much of the agent's time, overlapping calls counted once
 */
public record Bottleneck(
        SpanNode agent, String name, long investigationNano, Where where, SpanNode slowest, long nanos) {
    /** What the time went to. */
    public enum Where {
        BACKEND,
        MODEL,
        TOOLS,
        ITSELF
    }

    /** The bottleneck below the root, if there is a root and an agent. */
    public static Optional<Bottleneck> of(SpanTree tree) {
        return tree.root()
                .flatMap(root -> tree.below(root).stream()
                        .filter(node -> AgentSpans.agentOf(node.span()) != null)
                        .max(Comparator.comparingLong(node -> node.span().durationNano()))
                        .map(agent -> of(tree, root, agent)));
    }

    /** The innermost explanation that covers at least half of the agent's time. */
    private static Bottleneck of(SpanTree tree, SpanNode root, SpanNode agent) {
        List<SpanNode> below = tree.below(agent);
        long half = (agent.span().durationNano() + 1) / 2;
        Cause backend = slowestBackend(tree, agent, below);
        Cause model =
                inSpans(agent, below, Where.MODEL, node -> node.span().name().startsWith("chat "));
        Cause tools = inSpans(agent, below, Where.TOOLS, SpanNode::isTool);
        Cause cause;
        if (backend != null && backend.nanos >= half) {
            cause = backend;
        } else if (model.nanos >= half && model.nanos >= tools.nanos) {
            cause = model;
        } else if (tools.nanos >= half) {
            cause = tools;
        } else {
            long own = agent.span().durationNano() - Covered.nanos(agent, below);
            cause = new Cause(Where.ITSELF, agent, own);
        }
        String name = String.valueOf(AgentSpans.agentOf(agent.span()));
        return new Bottleneck(agent, name, root.span().durationNano(), cause.where, cause.slowest, cause.nanos);
    }

    /** Servers that asked others, as a gateway does, only waited: the last in line is the backend. */
    private static @Nullable Cause slowestBackend(SpanTree tree, SpanNode agent, List<SpanNode> below) {
        Map<String, List<SpanNode>> byService = below.stream()
                .filter(node -> isServer(node) && tree.below(node).stream().noneMatch(Bottleneck::isServer))
                .collect(Collectors.groupingBy(node -> node.span().service()));
        return byService.values().stream()
                .map(nodes -> new Cause(Where.BACKEND, slowest(nodes, agent), Covered.nanos(agent, nodes)))
                .max(Comparator.comparingLong(cause -> cause.nanos))
                .orElse(null);
    }

    private static boolean isServer(SpanNode node) {
        return node.span().kind() == SpanKind.SERVER;
    }

    private static Cause inSpans(SpanNode agent, List<SpanNode> below, Where where, Predicate<SpanNode> kind) {
        List<SpanNode> nodes = below.stream().filter(kind).toList();
        return new Cause(where, slowest(nodes, agent), Covered.nanos(agent, nodes));
    }

    private static SpanNode slowest(List<SpanNode> nodes, SpanNode otherwise) {
        return nodes.stream()
                .max(Comparator.comparingLong(node -> node.span().durationNano()))
                .orElse(otherwise);
    }

    private record Cause(Where where, SpanNode slowest, long nanos) {}
}
