package io.sreobservability.local.console.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chain of spans that determined how long the root took. Walked back from the root's end: of the children that had
 * ended by then, the last one to end is what the parent waited for; the time nobody was waited for is the parent's own.
 *
 * @param segments in the order of time, without gap or overlap; together as long as the root
 */
public record CriticalPath(List<Segment> segments) {
    public static final CriticalPath NONE = new CriticalPath(List.of());

    /** A stretch of time that one span alone accounts for. */
    public record Segment(SpanNode node, long startUnixNano, long endUnixNano) {
        long durationNano() {
            return endUnixNano - startUnixNano;
        }
    }

    /** The path below {@code root}. Children count only as far as they lie inside their parent, so skewed clocks do no harm. */
    public static CriticalPath of(SpanNode root) {
        List<Segment> backwards = new ArrayList<>();
        Deque<Stretch> open = new ArrayDeque<>();
        open.push(new Stretch(root, root.from(), root.to()));
        while (!open.isEmpty()) {
            Stretch parent = open.peek();
            Stretch awaited = parent.nextAwaited();
            long ownFrom = awaited == null ? parent.from : awaited.to;
            if (ownFrom < parent.cursor) {
                backwards.add(new Segment(parent.node, ownFrom, parent.cursor));
            }
            if (awaited == null) {
                open.pop();
            } else {
                parent.cursor = awaited.from;
                open.push(awaited);
            }
        }
        Collections.reverse(backwards);
        return new CriticalPath(List.copyOf(backwards));
    }

    /** What each span of the path added by itself, in nanoseconds, in the order in which they first counted. */
    public Map<SpanNode, Long> shares() {
        Map<SpanNode, Long> own = new LinkedHashMap<>();
        segments.forEach(segment -> own.merge(segment.node(), segment.durationNano(), Long::sum));
        return own;
    }

    /** A span cut to its parent's time, and how far back from its end the walk has come. */
    private static final class Stretch {
        private static final Comparator<Stretch> LAST_ENDED_FIRST =
                Comparator.comparingLong((Stretch s) -> s.to).reversed().thenComparingLong(s -> s.from);

        final SpanNode node;
        final long from;
        final long to;
        final Iterator<Stretch> children;
        long cursor;

        Stretch(SpanNode node, long from, long to) {
            this.node = node;
            this.from = from;
            this.to = to;
            this.cursor = to;
            this.children = node.callees().isEmpty() ? Collections.emptyIterator() : within(node, from, to);
        }

        private static Iterator<Stretch> within(SpanNode node, long from, long to) {
            return node.callees().stream()
                    .filter(child -> child.to() >= from && child.from() <= to)
                    .map(child -> new Stretch(child, Math.max(from, child.from()), Math.min(to, child.to())))
                    .sorted(LAST_ENDED_FIRST)
                    .iterator();
        }

        @Nullable
        Stretch nextAwaited() {
            while (children.hasNext()) {
                Stretch child = children.next();
                if (child.to <= cursor) {
                    return child;
                }
            }
            return null;
        }
    }
}
