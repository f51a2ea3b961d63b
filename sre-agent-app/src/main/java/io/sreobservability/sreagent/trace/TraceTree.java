package io.sreobservability.sreagent.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a trace in the order of their calls. Whatever arrives becomes a tree in which every span stands once:
 * spans whose parent did not arrive stand under a {@link MissingParent}, a cycle is cut and its first span stands at the top.
 * Nothing here recurses, so that a chain of any depth can be drawn.
 *
 * @param top the roots, the missing parents and the cut cycles, by start time
 */
public record TraceTree(List<Node> top) {

    /** A place in the tree. */
    public sealed interface Node permits SpanNode, MissingParent {
        /** What was called from here, by start time. */
        List<SpanNode> children();
    }

    /** A span in its place. Two places are never equal, even if the same span arrived twice. */
    public static final class SpanNode implements Node {
        private final TraceSpan span;
        private final List<SpanNode> children = new ArrayList<>();
        private @Nullable SpanNode parent;

        private SpanNode(TraceSpan span) {
            this.span = span;
        }

        /** The span that stands here. */
        public TraceSpan span() {
            return span;
        }

        @Override
        public List<SpanNode> children() {
            return Collections.unmodifiableList(children);
        }

        /** The spans that this one was called by, from the nearest to the root. */
        List<SpanNode> callers() {
            List<SpanNode> callers = new ArrayList<>();
            for (SpanNode above = parent; above != null; above = above.parent) {
                callers.add(above);
            }
            return callers;
        }
    }

    /** Stands for a span that others name as their parent and that did not arrive. */
    public record MissingParent(String spanId, List<SpanNode> children) implements Node {}

    private static final Comparator<SpanNode> BY_START = Comparator.comparingLong(
                    (SpanNode node) -> node.span().startUnixNano())
            .thenComparing(node -> node.span().endUnixNano(), Comparator.reverseOrder());

    /** Never fails, whatever the spans name as their parents. */
    public static TraceTree of(List<TraceSpan> spans) {
        return new Builder(spans).build();
    }

    /** The span that the trace began with: the longest one without a parent, if any arrived. */
    public Optional<SpanNode> root() {
        return top.stream()
                .filter(SpanNode.class::isInstance)
                .map(SpanNode.class::cast)
                .filter(node -> node.span().parentSpanId() == null)
                .max(Comparator.comparingLong(node -> node.span().durationNano()));
    }

    /** Every span, callers before what they call. */
    Stream<SpanNode> nodes() {
        return top.stream()
                .flatMap(node -> node instanceof SpanNode span ? Stream.of(span) : node.children().stream())
                .flatMap(start -> below(start).stream());
    }

    /** The spans of this name, by start time among siblings. */
    Stream<SpanNode> named(String name) {
        return nodes().filter(node -> node.span().name().equals(name));
    }

    /** Whether a server's span is below the node. */
    static boolean hasServerBelow(SpanNode node) {
        return below(node).stream().skip(1).anyMatch(below -> below.span().isServer());
    }

    /** The nodes below and including {@code start}, callers before what they call. */
    static List<SpanNode> below(SpanNode start) {
        List<SpanNode> found = new ArrayList<>();
        Deque<SpanNode> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            SpanNode node = open.pop();
            found.add(node);
            pushReversed(open, node.children());
        }
        return found;
    }

    static <T> void pushReversed(Deque<? super T> stack, List<T> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            stack.push(nodes.get(i));
        }
    }

    private static final class Builder {
        private final List<SpanNode> nodes = new ArrayList<>();
        private final Map<String, SpanNode> byId = new HashMap<>();
        private final Map<String, List<SpanNode>> orphans = new LinkedHashMap<>();
        private final List<Node> top = new ArrayList<>();
        private final Set<Node> placed = new HashSet<>();

        Builder(List<TraceSpan> spans) {
            for (TraceSpan span : spans) {
                SpanNode node = new SpanNode(span);
                nodes.add(node);
                byId.putIfAbsent(span.spanId(), node);
            }
            nodes.sort(BY_START);
        }

        TraceTree build() {
            nodes.forEach(this::attach);
            orphans.forEach((id, children) -> top.add(new MissingParent(id, Collections.unmodifiableList(children))));
            top.forEach(this::place);
            nodes.forEach(this::cutCycleAbove);
            top.sort(Comparator.comparingLong(Builder::start));
            return new TraceTree(List.copyOf(top));
        }

        private void attach(SpanNode node) {
            String parentId = node.span().parentSpanId();
            SpanNode parent = parent(node);
            if (parentId == null) {
                top.add(node);
            } else if (parent == null) {
                orphans.computeIfAbsent(parentId, id -> new ArrayList<>()).add(node);
            } else {
                parent.children.add(node);
                node.parent = parent;
            }
        }

        /** What no top node leads to hangs on a cycle. */
        private void place(Node start) {
            Deque<Node> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                Node node = open.pop();
                placed.add(node);
                open.addAll(node.children());
            }
        }

        private void cutCycleAbove(SpanNode node) {
            if (placed.contains(node)) {
                return;
            }
            Set<SpanNode> way = new HashSet<>();
            SpanNode onCycle = node;
            SpanNode next = parent(onCycle);
            while (next != null && way.add(onCycle)) {
                onCycle = next;
                next = parent(onCycle);
            }
            SpanNode above = parent(onCycle);
            if (above != null) {
                above.children.remove(onCycle);
                onCycle.parent = null;
            }
            top.add(onCycle);
            place(onCycle);
        }

        private @Nullable SpanNode parent(SpanNode node) {
            String parentId = node.span().parentSpanId();
            return parentId == null ? null : byId.get(parentId);
        }

        private static long start(Node node) {
            if (node instanceof SpanNode span) {
                return span.span().startUnixNano();
            }
            return node.children().get(0).span().startUnixNano();
        }
    }
}
