package io.sreobservability.sreagent.trace;

import io.sreobservability.sreagent.trace.Style.Paint;
import io.sreobservability.sreagent.trace.TraceTree.MissingParent;
import io.sreobservability.sreagent.trace.TraceTree.Node;
import io.sreobservability.sreagent.trace.TraceTree.SpanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A trace as lines of text, one per span: the name indented by depth, a bar on the common time scale, the duration, the
 * status and the service. Bars of spans on the critical path are solid, the others are light.
 */
final class Waterfall {
    static final String UNICODE_SAMPLE = "█░…";

    private static final int DURATION_COLUMNS = 8;
    private static final int STATUS_COLUMNS = 5;
    private static final int GAPS = 4;
    private static final int INDENT = 2;

    private final Style style;
    private final Set<TraceSpan> critical;
    private final List<Row> rows;
    private final long zero;
    private final long total;
    private final int nameColumns;
    private final int serviceColumns;
    private final int barColumns;

    Waterfall(TraceTree tree, Set<TraceSpan> critical, Style style) {
        this.style = style;
        this.critical = critical;
        this.rows = rows(tree);
        List<TraceSpan> scale = tree.root()
                .map(root -> List.of(root.span()))
                .orElseGet(() -> rows.stream()
                        .filter(row -> row.node() instanceof SpanNode)
                        .map(row -> ((SpanNode) row.node()).span())
                        .toList());
        this.zero = scale.stream().mapToLong(TraceSpan::startUnixNano).min().orElse(0);
        this.total = scale.stream().mapToLong(TraceSpan::endUnixNano).max().orElse(0) - zero;
        this.nameColumns = fitting(rows.stream().mapToInt(row -> SafeText.columns(label(row))), style.width() * 2 / 5);
        this.serviceColumns =
                fitting(rows.stream().mapToInt(row -> SafeText.columns(service(row))), style.width() * 17 / 100);
        this.barColumns = style.width() - nameColumns - serviceColumns - DURATION_COLUMNS - STATUS_COLUMNS - GAPS;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(style.paint(Paint.HEADING, heading()));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private record Row(int depth, Node node) {}

    private static List<Row> rows(TraceTree tree) {
        List<Row> rows = new ArrayList<>();
        Deque<Row> open = new ArrayDeque<>();
        TraceTree.pushReversed(
                open, tree.top().stream().map(node -> new Row(0, node)).toList());
        while (!open.isEmpty()) {
            Row row = open.pop();
            rows.add(row);
            int depth = row.depth() + 1;
            TraceTree.pushReversed(
                    open,
                    row.node().children().stream()
                            .map(child -> new Row(depth, child))
                            .toList());
        }
        return rows;
    }

    private static int fitting(IntStream lengths, int most) {
        return Math.min(most, Math.max(STATUS_COLUMNS + INDENT, lengths.max().orElse(0)));
    }

    private String heading() {
        String length = DurationText.of(total);
        String scale = "0" + " ".repeat(Math.max(1, barColumns - 1 - length.length())) + length;
        return columns("span", scale, "time", "state", "service");
    }

    private String line(Row row) {
        if (row.node() instanceof SpanNode node) {
            TraceSpan span = node.span();
            String status = SafeText.fit(span.isError() ? "ERROR" : "ok", STATUS_COLUMNS, style.unicode());
            return columns(
                    label(row),
                    bar(span),
                    DurationText.of(span.durationNano()),
                    span.isError() ? style.paint(Paint.ERROR, status) : status,
                    service(row));
        }
        return SafeText.fit(label(row), style.width(), style.unicode()).stripTrailing();
    }

    private String columns(String name, String bar, String duration, String status, String service) {
        return (SafeText.fit(name, nameColumns, style.unicode())
                        + " " + bar + " "
                        + " ".repeat(Math.max(0, DURATION_COLUMNS - duration.length())) + duration
                        + " " + status + " "
                        + SafeText.fitEnd(service, serviceColumns, style.unicode()))
                .stripTrailing();
    }

    /** Deep spans stop moving right: a name must stay readable. */
    private String label(Row row) {
        String indent = " ".repeat(Math.min(row.depth() * INDENT, style.width() / 6));
        if (row.node() instanceof MissingParent missing) {
            return indent + "(parent " + SafeText.of(missing.spanId(), style.unicode()) + " did not arrive)";
        }
        return indent + SafeText.of(((SpanNode) row.node()).span().name(), style.unicode());
    }

    private String service(Row row) {
        return row.node() instanceof SpanNode node ? SafeText.of(node.span().service(), style.unicode()) : "";
    }

    /** At least one cell, so that no span is invisible; what lies outside the scale (skewed clocks) sticks to its edge. */
    private String bar(TraceSpan span) {
        int from = Math.min(cell(span.startUnixNano(), 0), barColumns - 1);
        int to = Math.max(from + 1, cell(span.endUnixNano(), 0.5));
        boolean onPath = critical.contains(span);
        String block = style.unicode() ? (onPath ? "█" : "░") : (onPath ? "#" : "-");
        Paint paint = span.isError() ? Paint.ERROR : onPath ? Paint.CRITICAL : Paint.BESIDE;
        return " ".repeat(from) + style.paint(paint, block.repeat(to - from)) + " ".repeat(barColumns - to);
    }

    private int cell(long unixNano, double rounding) {
        double position = total == 0 ? 0 : (unixNano - zero) / (double) total * barColumns;
        return (int) Math.max(0, Math.min(barColumns, Math.floor(position + rounding)));
    }
}
