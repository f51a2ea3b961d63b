package io.sreobservability.sreagent.trace;

import io.sreobservability.sreagent.trace.TraceTree.SpanNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The specialist that took longest, and what it spent its time on.
 *
 * @param agent its name, from the span {@code agent.{agent_name}.execute}
 * @param durationNano how long it took
 * @param investigationNano how long the whole investigation took
 * @param cause where most of its time went
 */
public record Bottleneck(String agent, long durationNano, long investigationNano, Cause cause) {
    private static final Pattern AGENT = Pattern.compile("agent\\.(.+)\\.execute");

    /** What the time went to. */
    public enum Where {
        BACKEND,
        MODEL,
        TOOLS,
        ITSELF
    }

    /**
     * Where an agent's time went.
     *
     * @param name the backend's {@code service.name}; for the others the slowest span's name
     * @param nanos how much of the agent's time, overlapping calls counted once
     */
    public record Cause(Where where, String name, long nanos) {}

    /** The slowest agent below the root, if there is a root and an agent. */
    public static Optional<Bottleneck> of(TraceTree tree) {
        return tree.root()
                .flatMap(root -> TraceTree.below(root).stream()
                        .filter(node -> AGENT.matcher(node.span().name()).matches())
                        .max(Comparator.comparingLong(node -> node.span().durationNano()))
                        .map(node -> new Bottleneck(
                                agentName(node.span()),
                                node.span().durationNano(),
                                root.span().durationNano(),
                                cause(node))));
    }

    /** The verdict in one sentence, without a line end; names are as they arrived. */
    public String sentence() {
        String verdict = "Slowest agent: " + agent + " (" + DurationText.of(durationNano) + ", "
                + DurationText.percent(durationNano, investigationNano) + " of the investigation)";
        String amount = DurationText.of(cause.nanos()) + " of it ";
        return switch (cause.where()) {
            case BACKEND -> verdict + "; " + amount + "waiting for the backend " + cause.name();
            case MODEL -> verdict + "; " + amount + "waiting for the model (" + cause.name() + ")";
            case TOOLS ->
                verdict + "; " + amount + "in its tools, outside the backends (slowest: " + cause.name() + ")";
            case ITSELF -> verdict + "; " + amount + "its own work, not its tools'";
        };
    }

    private static String agentName(TraceSpan span) {
        String type = span.attribute("sre.agent_type");
        Matcher name = AGENT.matcher(span.name());
        return type != null ? type : name.matches() ? name.group(1) : span.name();
    }

    /** The innermost explanation that covers at least half of the agent's time. */
    private static Cause cause(SpanNode agent) {
        // Without the agent itself.
        List<SpanNode> nodes = TraceTree.below(agent).stream().skip(1).toList();
        List<TraceSpan> below = nodes.stream().map(SpanNode::span).toList();
        long half = (agent.span().durationNano() + 1) / 2;
        Cause backend = slowestBackend(agent.span(), nodes);
        if (backend != null && backend.nanos() >= half) {
            return backend;
        }
        Cause model =
                inSpans(agent.span(), below, Where.MODEL, span -> span.name().startsWith("chat "));
        Cause tools = inSpans(agent.span(), below, Where.TOOLS, TraceSpan::isTool);
        if (model.nanos() >= half && model.nanos() >= tools.nanos()) {
            return model;
        }
        if (tools.nanos() >= half) {
            return tools;
        }
        long own = agent.span().durationNano() - covered(agent.span(), below);
        return new Cause(Where.ITSELF, agent.span().name(), own);
    }

    /** Servers that asked others, as a gateway does, only waited: the last in line is the backend. */
    private static @Nullable Cause slowestBackend(TraceSpan agent, List<SpanNode> below) {
        Map<String, List<TraceSpan>> byService = below.stream()
                .filter(node -> node.span().isServer() && !TraceTree.hasServerBelow(node))
                .map(SpanNode::span)
                .collect(Collectors.groupingBy(TraceSpan::service));
        return byService.entrySet().stream()
                .map(entry -> new Cause(Where.BACKEND, entry.getKey(), covered(agent, entry.getValue())))
                .max(Comparator.comparingLong(Cause::nanos))
                .orElse(null);
    }

    private static Cause inSpans(TraceSpan agent, List<TraceSpan> below, Where where, Predicate<TraceSpan> kind) {
        List<TraceSpan> spans = below.stream().filter(kind).toList();
        String slowest = spans.stream()
                .max(Comparator.comparingLong(TraceSpan::durationNano))
                .map(TraceSpan::name)
                .orElse("");
        return new Cause(where, slowest, covered(agent, spans));
    }

    /** How much of {@code whole} the spans cover together; parallel calls count once. */
    private static long covered(TraceSpan whole, List<TraceSpan> spans) {
        List<TraceSpan> ordered = new ArrayList<>(spans);
        ordered.sort(Comparator.comparingLong(TraceSpan::startUnixNano));
        long covered = 0;
        long reached = whole.startUnixNano();
        for (TraceSpan span : ordered) {
            long from = Math.max(reached, span.startUnixNano());
            long to = Math.min(whole.endUnixNano(), span.endUnixNano());
            if (to > from) {
                covered += to - from;
                reached = to;
            }
        }
        return covered;
    }
}
