package io.sreobservability.local.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sreobservability.local.console.trace.Bottleneck;
import io.sreobservability.local.console.trace.CriticalPath;
import io.sreobservability.local.console.trace.ErrorOrigin;
import io.sreobservability.local.console.trace.Investigation;
import io.sreobservability.local.console.trace.SpanNode;
import io.sreobservability.local.console.trace.SpanTree;
import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trace for its page. Spans are named by their place in {@code rows}; times are nanoseconds since {@code start}, because a
 * page's numbers cannot hold nanoseconds since 1970.
 *
 * @param rows callers before what they call
 * @param path what the spans that added most to the critical path added by themselves, the largest first
 */
record TraceView(
        InvestigationView trace,
        List<Row> rows,
        List<Share> path,
        @Nullable BottleneckView bottleneck,
        List<Origin> origins) {

    private static final int MOST_SHARES = 6;

    /**
     * A row of the waterfall. There may be ten thousand: what most of them are not is left out.
     *
     * @param end the place after the last row below this one
     * @param detached whether its caller did not arrive
     * @param critical the stretches of the critical path that it accounts for, start and end of each
     * @param logs how many log records were written in it
     */
    record Row(
            String id,
            int depth,
            int end,
            String name,
            String service,
            long start,
            long duration,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean error,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean detached,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> critical,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int logs) {}

    /** A span's part of the critical path. */
    record Share(int row, long nanos) {}

    /** The slowest agent. */
    record BottleneckView(int row, String agent, long duration, Bottleneck.Where where, int slowest, long nanos) {}

    /** Where failures began. */
    record Origin(String cause, String service, List<Integer> rows) {}

    static TraceView of(List<SpanRecord> spans, List<LogEntry> logs) {
        Investigation trace = Investigation.of(spans);
        SpanTree tree = SpanTree.of(spans);
        CriticalPath path = tree.root().map(CriticalPath::of).orElse(CriticalPath.NONE);
        return new TraceView(
                InvestigationView.of(trace),
                rows(tree, path, trace.startUnixNano(), logs),
                shares(path),
                Bottleneck.of(tree).map(TraceView::bottleneck).orElse(null),
                ErrorOrigin.in(tree).stream().map(TraceView::origin).toList());
    }

    private static List<Share> shares(CriticalPath path) {
        return path.shares().entrySet().stream()
                .map(share -> new Share(share.getKey().index(), share.getValue()))
                .sorted(Comparator.comparingLong(Share::nanos).reversed())
                .limit(MOST_SHARES)
                .toList();
    }

    private static List<Row> rows(SpanTree tree, CriticalPath path, long start, List<LogEntry> logs) {
        Map<SpanNode, List<Long>> critical = new HashMap<>();
        for (CriticalPath.Segment segment : path.segments()) {
            List<Long> stretches = critical.computeIfAbsent(segment.node(), node -> new ArrayList<>());
            stretches.add(segment.startUnixNano() - start);
            stretches.add(segment.endUnixNano() - start);
        }
        Map<String, Integer> logsOfSpan = new HashMap<>();
        logs.forEach(entry -> logsOfSpan.merge(String.valueOf(entry.spanId()), 1, Integer::sum));
        List<Row> rows = new ArrayList<>(tree.nodes().size());
        for (SpanNode node : tree.nodes()) {
            SpanRecord span = node.span();
            rows.add(new Row(
                    span.spanId(),
                    node.depth(),
                    node.end(),
                    span.name(),
                    span.service(),
                    span.startUnixNano() - start,
                    span.durationNano(),
                    span.status() == SpanStatus.ERROR,
                    node.isDetached(),
                    critical.getOrDefault(node, List.of()),
                    logsOfSpan.getOrDefault(span.spanId(), 0)));
        }
        return rows;
    }

    private static BottleneckView bottleneck(Bottleneck found) {
        return new BottleneckView(
                found.agent().index(),
                found.name(),
                found.agent().span().durationNano(),
                found.where(),
                found.slowest().index(),
                found.nanos());
    }

    private static Origin origin(ErrorOrigin origin) {
        return new Origin(
                origin.cause(),
                origin.service(),
                origin.spans().stream().map(SpanNode::index).toList());
    }
}
