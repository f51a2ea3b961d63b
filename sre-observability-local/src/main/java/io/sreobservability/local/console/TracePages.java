package io.sreobservability.local.console;

import io.sreobservability.local.console.trace.Comparison;
import io.sreobservability.local.console.trace.Investigation;
import io.sreobservability.local.console.trace.InvestigationFilter;
import io.sreobservability.local.console.trace.SearchTexts;
import io.sreobservability.local.console.trace.SpanNode;
import io.sreobservability.local.console.trace.SpanTree;
import io.sreobservability.local.query.LogQuery;
import io.sreobservability.local.query.PerTrace;
import io.sreobservability.local.store.LogEntry;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.QueryString;
import io.sreobservability.local.wire.http.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the pages about investigations and traces show. */
final class TracePages {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_TRACES = 1_000;
    private static final int MOST_LOGS = 10_000;
    private static final int MOST_LOGS_BELOW = 100;
    private static final List<String> TRACES = List.of("id", "trace", "left", "right");
    private static final Set<String> FILTERS = Set.of("user", "id", "span", "error", "failed", "all", "limit");

    private final TelemetryStore store;
    private final LogQuery logs;
    private final PerTrace<Held> held;

    TracePages(TelemetryStore store) {
        this.store = store;
        this.logs = new LogQuery(store.logs());
        this.held = new PerTrace<>(store.traces(), Held::of);
    }

    record Investigations(int held, List<InvestigationView> traces) {}

    record ComparisonView(
            InvestigationView left,
            InvestigationView right,
            List<Comparison.Operation> operations,
            List<Comparison.AttributeDifference> attributes) {}

    /** The newest first. {@code failed} and {@code all} are switches: any value turns them on. */
    Investigations investigations(Request request) throws HttpProblem {
        QueryString query = request.query().only(FILTERS);
        InvestigationFilter filter = new InvestigationFilter(
                text(query, "user"),
                text(query, "id"),
                text(query, "span"),
                text(query, "error"),
                query.get("failed") != null,
                query.get("all") == null);
        List<Held> traces = held.all();
        List<InvestigationView> found = traces.stream()
                .filter(one -> filter.matches(one.trace, one.texts))
                .map(Held::trace)
                .sorted(Comparator.comparingLong(Investigation::startUnixNano)
                        .reversed()
                        .thenComparing(Investigation::traceId))
                .limit(query.count("limit", DEFAULT_LIMIT, MOST_TRACES))
                .map(InvestigationView::of)
                .toList();
        return new Investigations(traces.size(), found);
    }

    /** Changes with every span and log record of the traces that are asked for, and with no other. */
    String revision(Request request) throws HttpProblem {
        QueryString query = request.query();
        StringBuilder revision = new StringBuilder();
        for (String name : TRACES) {
            if (query.get(name) != null) {
                String id = traceId(query, name);
                revision.append(store.traces().trace(id).size()).append('-');
                revision.append(store.logs().count(id)).append('-');
            }
        }
        var traces = store.traces().counts(); // Of those that made room, one may have come again.
        return revision.append(traces.dropped())
                .append('-')
                .append(store.logs().counts().dropped())
                .toString();
    }

    TraceView trace(Request request) throws HttpProblem {
        String traceId = traceId(request.query().only(Set.of("id")), "id");
        return TraceView.of(spans(traceId), logs.newest(traceId, MOST_LOGS));
    }

    SpanView span(Request request) throws HttpProblem {
        QueryString query = request.query().only(Set.of("trace", "id"));
        String traceId = traceId(query, "trace");
        String spanId = text(query, "id").toLowerCase(Locale.ROOT);
        SpanTree tree = SpanTree.of(spans(traceId));
        SpanNode node = tree.nodes().stream()
                .filter(one -> one.span().spanId().equals(spanId))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "The trace holds no span '" + spanId + "'."));
        Set<String> below =
                tree.below(node).stream().map(one -> one.span().spanId()).collect(Collectors.toSet());
        List<LogEntry> ofTrace = logs.newest(traceId, MOST_LOGS);
        return SpanView.of(
                node.span(),
                ofTrace.stream()
                        .filter(entry -> Objects.equals(entry.spanId(), spanId))
                        .toList(),
                ofTrace.stream()
                        .filter(entry -> entry.spanId() != null && below.contains(entry.spanId()))
                        .limit(MOST_LOGS_BELOW)
                        .toList());
    }

    ComparisonView comparison(Request request) throws HttpProblem {
        QueryString query = request.query().only(Set.of("left", "right"));
        List<SpanRecord> left = spans(traceId(query, "left"));
        List<SpanRecord> right = spans(traceId(query, "right"));
        Comparison comparison = Comparison.of(left, right);
        return new ComparisonView(
                InvestigationView.of(Investigation.of(left)),
                InvestigationView.of(Investigation.of(right)),
                comparison.operations(),
                comparison.attributes());
    }

    private List<SpanRecord> spans(String traceId) throws HttpProblem {
        List<SpanRecord> spans = store.traces().trace(traceId);
        if (spans.isEmpty()) {
            throw new HttpProblem(404, "No trace '" + traceId + "' is held here.");
        }
        return spans;
    }

    private static String traceId(QueryString query, String name) throws HttpProblem {
        String id = query.get(name);
        if (id == null) {
            throw new HttpProblem(400, "Parameter '" + name + "' is missing: the id of a trace.");
        }
        return id.toLowerCase(Locale.ROOT);
    }

    private static String text(QueryString query, String name) {
        return Objects.requireNonNullElse(query.get(name), "").strip();
    }

    private record Held(Investigation trace, SearchTexts texts) {
        static Held of(List<SpanRecord> spans) {
            return new Held(Investigation.of(spans), SearchTexts.of(spans));
        }
    }
}
