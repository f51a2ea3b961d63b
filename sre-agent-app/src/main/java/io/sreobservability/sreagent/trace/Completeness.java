package io.sreobservability.sreagent.trace;

import io.sreobservability.sreagent.trace.TraceTree.MissingParent;
import io.sreobservability.sreagent.trace.TraceTree.Node;
import io.sreobservability.sreagent.trace.TraceTree.SpanNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a trace still lacks. Every process sends its own spans when its batch is due, so a trace arrives in pieces: the
 * assistant's spans first or the backends', parents after children.
 */
final class Completeness {
    private Completeness() {}

    /** One phrase for each gap, empty for a trace that has arrived whole. */
    static List<String> gaps(Trace trace) {
        TraceTree tree = TraceTree.of(trace.spans());
        List<String> gaps = new ArrayList<>();
        if (tree.root().isEmpty()) {
            gaps.add("the root span");
        }
        for (Node node : tree.top()) {
            if (node instanceof MissingParent missing) {
                gaps.add("span " + missing.spanId() + ", the parent of "
                        + missing.children().get(0).span().name());
            } else if (node instanceof SpanNode root) {
                unanswered(root, gaps);
            }
        }
        return gaps;
    }

    /**
     * A finished tool call went to a server, which records a span of its own, and so did what that server asked of others.
     * A failed call may not have got there.
     */
    private static void unanswered(SpanNode root, List<String> gaps) {
        for (SpanNode node : TraceTree.below(root)) {
            if (node.span().isTool()
                    && TraceTree.below(node).stream()
                            .anyMatch(call -> (call == node || call.span().isClient())
                                    && !call.span().isError()
                                    && !TraceTree.hasServerBelow(call))) {
                gaps.add("the backend's span below " + node.span().name());
            }
        }
    }
}
