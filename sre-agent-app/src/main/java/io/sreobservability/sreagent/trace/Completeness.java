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

    /** A finished tool call went to a backend, which records a server span of its own. A failed one may not have got there. */
    private static void unanswered(SpanNode root, List<String> gaps) {
        for (SpanNode node : TraceTree.below(root)) {
            TraceSpan span = node.span();
            boolean answered = TraceTree.below(node).stream()
                    .anyMatch(below -> below.span().isServer());
            if (span.isTool() && !span.isError() && !answered) {
                gaps.add("the backend's span below " + span.name());
            }
        }
    }
}
