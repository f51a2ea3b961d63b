package io.sreobservability.local.console.trace;

import io.sreobservability.local.store.SpanRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a trace in the order of their calls. Whatever arrives becomes a tree in which every span stands once: spans
 * whose parent did not arrive stand at the top, and a circle is cut. Nothing here recurses, so that a chain of any depth fits.
 */
public final class SpanTree {
    private static final Comparator<SpanNode> BY_START =
            Comparator.comparingLong(SpanNode::from).thenComparing(SpanNode::to, Comparator.reverseOrder());

    private final List<SpanNode> nodes;

    private SpanTree(List<SpanNode> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /** Never fails, whatever the spans name as their parents. */
    public static SpanTree of(Collection<SpanRecord> spans) {
        return new SpanTree(new Builder(spans).inOrder());
    }

    /** Every span, callers before what they call; siblings by start. */
    public List<SpanNode> nodes() {
        return nodes;
    }

    /** Every span below {@code node}, in the same order. */
    public List<SpanNode> below(SpanNode node) {
        return nodes.subList(node.index() + 1, node.end());
    }

    /** The span that the trace began with: the longest one without a parent, if any arrived. */
    public Optional<SpanNode> root() {
        return nodes.stream()
                .filter(node -> node.span().parentSpanId() == null)
                .max(Comparator.comparingLong(node -> node.span().durationNano()));
    }

    private static final class Builder {
        private final List<SpanNode> byStart = new ArrayList<>();
        private final Map<String, SpanNode> byId = new HashMap<>();
        private final List<SpanNode> placed = new ArrayList<>();

        Builder(Collection<SpanRecord> spans) {
            for (SpanRecord span : spans) {
                SpanNode node = new SpanNode(span);
                byStart.add(node);
                byId.putIfAbsent(span.spanId(), node);
            }
            byStart.sort(BY_START);
        }

        List<SpanNode> inOrder() {
            List<SpanNode> tops = new ArrayList<>();
            for (SpanNode node : byStart) {
                SpanNode parent = parent(node);
                if (parent == null) {
                    tops.add(node);
                } else {
                    parent.callees.add(node);
                    node.caller = parent;
                }
            }
            if (reachedFrom(tops) < byStart.size()) {
                tops.addAll(cutCircles());
            }
            tops.sort(BY_START);
            tops.forEach(this::place);
            return placed;
        }

        private @Nullable SpanNode parent(SpanNode node) {
            String id = node.span().parentSpanId();
            return id == null ? null : byId.get(id);
        }

        /** What no top leads to goes round in circles, or hangs on one. */
        private static int reachedFrom(List<SpanNode> tops) {
            int reached = 0;
            Deque<SpanNode> open = new ArrayDeque<>(tops);
            while (!open.isEmpty()) {
                reached++;
                open.addAll(open.pop().callees);
            }
            return reached;
        }

        /** One span of every circle, taken from its caller. */
        private List<SpanNode> cutCircles() {
            List<SpanNode> cut = new ArrayList<>();
            Set<SpanNode> known = new HashSet<>();
            for (SpanNode start : byStart) {
                Set<SpanNode> way = new HashSet<>();
                SpanNode node = start;
                while (node != null && !known.contains(node) && way.add(node)) {
                    node = node.caller;
                }
                if (node != null && !known.contains(node) && node.caller != null) {
                    node.caller.callees.remove(node);
                    node.caller = null;
                    cut.add(node);
                }
                known.addAll(way);
            }
            return cut;
        }

        private void place(SpanNode top) {
            Deque<SpanNode> open = new ArrayDeque<>();
            open.push(top);
            while (!open.isEmpty()) {
                SpanNode node = open.peek();
                if (node.index >= 0) { // All below it is placed.
                    open.pop();
                    node.end = placed.size();
                    continue;
                }
                node.index = placed.size();
                node.depth = node.caller == null ? 0 : node.caller.depth + 1;
                placed.add(node);
                for (int i = node.callees.size() - 1; i >= 0; i--) {
                    open.push(node.callees.get(i));
                }
            }
        }
    }
}
