package io.sreobservability.local.wire.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.local.query.LogQuery;
import io.sreobservability.local.query.MetricQuery;
import io.sreobservability.local.query.TraceQuery;
import io.sreobservability.local.query.TraceSummary;
import io.sreobservability.local.store.Dashboard;
import io.sreobservability.local.store.SpanRecord;
import io.sreobservability.local.store.TelemetryStore;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.QueryString;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Router;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources of the query API. */
public final class QueryApi {
    private static final String TRACES = "/api/traces";
    private static final String DASHBOARDS = "/api/dashboards";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TelemetryStore store;
    private final TraceQuery traces;
    private final LogQuery logs;
    private final MetricQuery metrics;

    public QueryApi(TelemetryStore store) {
        this.store = store;
        this.traces = new TraceQuery(store.traces());
        this.logs = new LogQuery(store.logs());
        this.metrics = new MetricQuery(store.metrics());
    }

    /** Adds all resources to {@code router}. */
    public void addTo(Router router) {
        router.add("/health", new ApiEndpoint(this::health));
        router.add(TRACES, new ApiEndpoint(this::newestTraces));
        router.add(TRACES + "/", new ApiEndpoint(this::trace));
        router.add("/api/logs", new ApiEndpoint(this::logRecords));
        router.add("/api/metrics", new ApiEndpoint(this::metricSeries));
        router.add(DASHBOARDS, new ApiEndpoint(this::dashboards));
        router.add(DASHBOARDS + "/", new ApiEndpoint(this::dashboard));
        router.add("/api/query-definitions", new ApiEndpoint(this::queryDefinitions));
    }

    private HealthView health(Request request) throws HttpProblem {
        request.query().only(Set.of());
        return HealthView.of(store);
    }

    private TraceList newestTraces(Request request) throws HttpProblem {
        QueryString query = request.query().only(Set.of("limit"));
        return new TraceList(traces.newest(query.count("limit", DEFAULT_LIMIT, MAX_LIMIT)));
    }

    private TraceView trace(Request request) throws HttpProblem {
        request.query().only(Set.of());
        String traceId = below(TRACES, request).toLowerCase(Locale.ROOT);
        List<SpanRecord> spans = traces.spans(traceId);
        if (spans.isEmpty()) {
            throw new HttpProblem(404, "No trace '" + traceId + "' is held here.");
        }
        return new TraceView(traceId, spans.stream().map(SpanView::of).toList());
    }

    private LogList logRecords(Request request) throws HttpProblem {
        QueryString query = request.query().only(Set.of("traceId", "limit"));
        String traceId = query.get("traceId");
        int limit = query.count("limit", DEFAULT_LIMIT, MAX_LIMIT);
        return new LogList(logs.newest(traceId == null ? null : traceId.toLowerCase(Locale.ROOT), limit).stream()
                .map(LogView::of)
                .toList());
    }

    private MetricList metricSeries(Request request) throws HttpProblem {
        QueryString query = request.query().only(Set.of("namespace", "name"));
        return new MetricList(metrics.series(query.get("namespace"), query.get("name")).stream()
                .map(MetricView::of)
                .toList());
    }

    private DashboardList dashboards(Request request) throws HttpProblem {
        request.query().only(Set.of());
        return new DashboardList(store.dashboards().all().stream()
                .map(dashboard -> new DashboardEntry(
                        dashboard.name(), dashboard.lastModified().toString()))
                .toList());
    }

    private DashboardView dashboard(Request request) throws HttpProblem {
        request.query().only(Set.of());
        String name = below(DASHBOARDS, request);
        Dashboard dashboard = store.dashboards()
                .get(name)
                .orElseThrow(() -> new HttpProblem(404, "No dashboard '" + name + "' is held here."));
        return new DashboardView(name, dashboard.lastModified().toString(), parsed(dashboard.body()));
    }

    private QueryDefinitionList queryDefinitions(Request request) throws HttpProblem {
        request.query().only(Set.of());
        return new QueryDefinitionList(store.queryDefinitions().all().stream()
                .map(QueryDefinitionView::of)
                .toList());
    }

    private static String below(String parent, Request request) {
        return request.path().substring(parent.length() + 1);
    }

    private static @Nullable JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // Only valid JSON is saved.
        }
    }

    private record TraceList(List<TraceSummary> traces) {}

    private record TraceView(String traceId, List<SpanView> spans) {}

    private record LogList(List<LogView> records) {}

    private record MetricList(List<MetricView> metrics) {}

    private record DashboardList(List<DashboardEntry> dashboards) {}

    private record DashboardEntry(String name, String lastModified) {}

    private record DashboardView(
            String name, String lastModified, @Nullable JsonNode body) {}

    private record QueryDefinitionList(List<QueryDefinitionView> queryDefinitions) {}
}
