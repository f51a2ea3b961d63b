package io.sreobservability.sreagent.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.trace.ErrorOrigin;
import io.sreobservability.local.console.trace.SpanTree;
import io.sreobservability.local.store.Attributes;
import io.sreobservability.local.store.SpanKind;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The view in the terminal and the console come from two implementations, and tell the same about a trace. */
class TerminalAndConsoleTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Property(tries = 300)
    void agreeOnTheCriticalPath(@ForAll("traces") List<TraceSpan> spans) {
        List<Stretch> terminal = CriticalPath.of(TraceTree.of(spans).root().orElseThrow()).segments().stream()
                .map(segment -> new Stretch(segment.span().spanId(), segment.startUnixNano(), segment.endUnixNano()))
                .toList();
        List<Stretch> console = io.sreobservability.local.console.trace.CriticalPath.of(
                        tree(spans).root().orElseThrow())
                .segments()
                .stream()
                .map(segment ->
                        new Stretch(segment.node().span().spanId(), segment.startUnixNano(), segment.endUnixNano()))
                .toList();

        assertThat(console).isEqualTo(terminal);
    }

    private record Stretch(String spanId, long startUnixNano, long endUnixNano) {}

    @Property(tries = 300)
    void agreeOnTheBottleneck(@ForAll("traces") List<TraceSpan> spans) {
        List<Verdict> terminal = Bottleneck.of(TraceTree.of(spans)).stream()
                .map(found -> new Verdict(
                        found.agent(),
                        found.durationNano(),
                        found.investigationNano(),
                        found.cause().where().name(),
                        found.cause().nanos()))
                .toList();
        List<Verdict> console = io.sreobservability.local.console.trace.Bottleneck.of(tree(spans)).stream()
                .map(found -> new Verdict(
                        found.name(),
                        found.agent().span().durationNano(),
                        found.investigationNano(),
                        found.where().name(),
                        found.nanos()))
                .toList();

        assertThat(console).isEqualTo(terminal);
    }

    private record Verdict(String agent, long durationNano, long investigationNano, String where, long nanos) {}

    @Property(tries = 300)
    void agreeOnWhereErrorsBegan(@ForAll("traces") List<TraceSpan> spans) {
        List<String> terminal = Failure.in(TraceTree.of(spans)).stream()
                .flatMap(failure -> failure.spans().stream())
                .map(node -> node.span().spanId())
                .toList();
        List<String> console = ErrorOrigin.in(tree(spans)).stream()
                .flatMap(origin -> origin.spans().stream())
                .map(node -> node.span().spanId())
                .toList();

        assertThat(console).containsExactlyInAnyOrderElementsOf(terminal);
    }

    /** Spans as investigations have them, each below an earlier one, at times that need not fit into its caller's. */
    @Provide
    Arbitrary<List<TraceSpan>> traces() {
        Arbitrary<String> name = Arbitraries.of(
                "agent.logs.execute",
                "agent.metrics.execute",
                "tool.get_pod_status",
                "tool.get_pod_status.attempt",
                "chat offline",
                "memory.retrieve",
                "tools/call k8s-api___get_pod_status",
                "GET /pods/status");
        Arbitrary<Row> row = Combinators.combine(
                        name,
                        Arbitraries.of("INTERNAL", "CLIENT", "SERVER"),
                        Arbitraries.of("sre-agent", "sre-gateway", "k8s-api"),
                        Arbitraries.of("UNSET", "UNSET", "ERROR"),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.longs().between(0, 1_000_000_000),
                        Arbitraries.longs().between(0, 1_000_000_000))
                .as(Row::new);
        return row.list().ofMaxSize(20).map(TerminalAndConsoleTest::trace);
    }

    /** A span but for its place in the tree. */
    private record Row(String name, String kind, String service, String status, int caller, long start, long length) {}

    private static List<TraceSpan> trace(List<Row> rows) {
        List<TraceSpan> spans = new ArrayList<>();
        spans.add(span(
                "id0", null, new Row("supervisor.investigate", "INTERNAL", "sre-agent", "UNSET", 0, 0, 1_500_000_000)));
        for (Row row : rows) {
            spans.add(span("id" + spans.size(), "id" + row.caller % spans.size(), row));
        }
        return spans;
    }

    private static TraceSpan span(String id, @Nullable String parent, Row row) {
        return new TraceSpan(
                id,
                parent,
                row.name,
                row.kind,
                row.service,
                row.start,
                row.start + row.length,
                row.status,
                "",
                Map.of("server.address", "127.0.0.1"));
    }

    private static SpanTree tree(List<TraceSpan> spans) {
        return SpanTree.of(spans.stream()
                .map(span -> new SpanRecord(
                        TRACE,
                        span.spanId(),
                        span.parentSpanId(),
                        span.name(),
                        SpanKind.valueOf(span.kind()),
                        span.service(),
                        "scope",
                        span.startUnixNano(),
                        span.endUnixNano(),
                        SpanStatus.valueOf(span.status()),
                        span.statusMessage(),
                        new Attributes(Map.copyOf(span.attributes())),
                        List.of(),
                        Attributes.EMPTY,
                        1))
                .toList());
    }
}
