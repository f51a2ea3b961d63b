package io.sreobservability.local.console.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much of a span's time others cover. */
final class Covered {
    private Covered() {}

    /** What {@code nodes} cover of {@code whole} together; parallel calls count once. */
    static long nanos(SpanNode whole, List<SpanNode> nodes) {
        List<SpanNode> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparingLong(SpanNode::from));
        long covered = 0;
        long reached = whole.from();
        for (SpanNode node : ordered) {
            long from = Math.max(reached, node.from());
            long to = Math.min(whole.to(), node.to());
            if (to > from) {
                covered += to - from;
                reached = to;
            }
        }
        return covered;
    }
}
