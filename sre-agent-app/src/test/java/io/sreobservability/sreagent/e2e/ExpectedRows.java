package io.sreobservability.sreagent.e2e;

import static io.sreobservability.sreagent.e2e.SpanSet.attribute;
import static io.sreobservability.sreagent.e2e.SpanSet.ms;
import static io.sreobservability.sreagent.e2e.SpanSet.row;
import static io.sreobservability.sreagent.e2e.SpanSet.service;
import static io.sreobservability.sreagent.e2e.SpanSet.started;
import static io.sreobservability.sreagent.e2e.SpanSet.status;

import io.opentelemetry.api.trace.SpanKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What each delivered query must answer, from the spans and without a query language. */
record ExpectedRows(SpanSet all) {
    private static final String ID = "sre.investigation_id";
    private static final String TOOL = "tool\\.[a-z_]+";

    /** The rows for a saved query, or for the title of a widget with a query. */
    List<Map<String, String>> of(String name) {
        return switch (name) {
            case "SREAgent/Find investigations by user" -> byUser();
            case "SREAgent/Slowest operations" -> slowestOperations();
            case "SREAgent/Error correlation across agents" -> errors();
            case "SREAgent/Memory cache hit rates" -> cache();
            case "SREAgent/Tool usage patterns" -> toolUsage();
            case "SREAgent/Playbook: slow investigation" -> slowInvestigation();
            case "SREAgent/Playbook: failing tool" -> failingTool();
            case "SREAgent/Playbook: coordination" -> coordination();
            case "SREAgent/Playbook: memory misses" -> memoryMisses();
            case "SREAgent/Playbook: wrong routing" -> routing();
            case "SREAgent/Playbook: missing telemetry" -> missing();
            case "SREAgent/Playbook: cost surprise" -> cost();
            case "Tool calls, newest first" -> toolCalls();
            case "Investigations, newest first" -> investigations();
            case "Investigations by user" -> users();
            default -> throw new AssertionError("what must \"" + name + "\" answer? Say it here");
        };
    }

    private List<Map<String, String>> byUser() {
        return all.named("supervisor\\.investigate")
                .where(span -> "Alice".equals(attribute(span, "sre.user_id")))
                .rows(span -> row(
                        "started", started(span),
                        "investigation", attribute(span, ID),
                        "duration_ms", ms(span),
                        "status", status(span),
                        "traceId", span.getTraceId()));
    }

    private List<Map<String, String>> slowestOperations() {
        return first(
                25,
                "p95_ms",
                all.where(span -> attribute(span, ID) != null || span.getKind() == SpanKind.SERVER)
                        .rows(
                                span -> row("name", span.getName(), "service", service(span)),
                                group -> row(
                                        "calls", group.count(),
                                        "p50_ms", group.percentileMs(50),
                                        "p95_ms", group.percentileMs(95),
                                        "max_ms", group.maxMs())));
    }

    private List<Map<String, String>> errors() {
        return all.failed()
                .having(ID)
                .rows(
                        span -> row(
                                "error_type", attribute(span, "error.type"),
                                "name", span.getName(),
                                "agent", attribute(span, "sre.agent_type")),
                        group -> row(
                                "errors", group.count(),
                                "investigations", group.traces(),
                                "first_seen", group.firstTime(),
                                "last_seen", group.lastTime()));
    }

    private List<Map<String, String>> cache() {
        return all.named("memory\\.retrieve")
                .having("memory.cache_hit")
                .rows(span -> row("strategy", attribute(span, "memory.strategy")), group -> {
                    long hits = group.where(span -> "true".equals(attribute(span, "memory.cache_hit")))
                            .count();
                    return row(
                            "retrievals",
                            group.count(),
                            "hits",
                            hits,
                            "hit_percent",
                            hits * 100.0 / group.count(),
                            "avg_ms",
                            group.average(SpanSet::ms));
                });
    }

    private List<Map<String, String>> toolUsage() {
        return first(
                50,
                "calls",
                all.named(TOOL)
                        .rows(
                                span -> row(
                                        "agent", attribute(span, "sre.agent_type"),
                                        "tool", attribute(span, "sre.tool_name")),
                                group -> row(
                                        "calls", group.count(),
                                        "failures", group.failed().count(),
                                        "investigations", group.traces(),
                                        "avg_ms", group.average(SpanSet::ms),
                                        "p95_ms", group.percentileMs(95))));
    }

    private List<Map<String, String>> slowInvestigation() {
        return first(
                50,
                "longest_ms",
                all.having(ID)
                        .where(span -> !span.getName().equals("supervisor.investigate"))
                        .rows(
                                span -> row(
                                        "investigation", attribute(span, ID),
                                        "name", span.getName(),
                                        "traceId", span.getTraceId()),
                                group -> row(
                                        "spans", group.count(),
                                        "longest_ms", group.maxMs(),
                                        "total_ms", group.sumMs())));
    }

    private List<Map<String, String>> failingTool() {
        return all.named("tool\\..*")
                .failed()
                .rows(
                        span -> row(
                                "tool", attribute(span, "sre.tool_name"),
                                "error_type", attribute(span, "error.type")),
                        group -> row(
                                "failed_calls", group.named(TOOL).count(),
                                "failed_tries", group.named(TOOL + "\\.attempt").count(),
                                "investigations", group.traces(),
                                "first_seen", group.firstTime(),
                                "last_seen", group.lastTime()));
    }

    private List<Map<String, String>> coordination() {
        return all.named("agent\\..*\\.execute")
                .rows(
                        span -> row("investigation", attribute(span, ID), "traceId", span.getTraceId()),
                        group -> row(
                                "agents", group.count(),
                                "failed_agents", group.failed().count(),
                                "tool_calls", group.sum("sre.tools_invoked"),
                                "work_ms", group.sumMs(),
                                "elapsed_ms", group.elapsedMs()));
    }

    private List<Map<String, String>> memoryMisses() {
        return all.named("memory\\.retrieve")
                .rows(
                        span -> row(
                                "strategy", attribute(span, "memory.strategy"),
                                "user", attribute(span, "sre.user_id")),
                        group -> row(
                                "retrievals", group.count(),
                                "found_nothing",
                                        group.where(span -> "0".equals(attribute(span, "memory.results_count")))
                                                .count(),
                                "failures", group.failed().count(),
                                "avg_results", group.sum("memory.results_count") / group.count(),
                                "longest_ms", group.maxMs()));
    }

    private List<Map<String, String>> routing() {
        return all.named("supervisor\\.route_decision")
                .rows(span -> row(
                        "decided", started(span),
                        "question", attribute(span, "sre.query"),
                        "agents", attribute(span, "sre.agents_selected"),
                        "reason", attribute(span, "sre.routing_reason"),
                        "traceId", span.getTraceId()));
    }

    private List<Map<String, String>> missing() {
        return all.rows(
                span -> row("traceId", span.getTraceId()),
                group -> row(
                        "roots", group.named("supervisor\\.investigate").count(),
                        "spans", group.count(),
                        "services",
                                group.spans().stream()
                                        .map(SpanSet::service)
                                        .distinct()
                                        .count(),
                        "requests_sent",
                                group.where(span -> span.getKind() == SpanKind.CLIENT)
                                        .count(),
                        "requests_served",
                                group.where(span -> span.getKind() == SpanKind.SERVER)
                                        .count(),
                        "last_seen", group.lastTime()));
    }

    private List<Map<String, String>> cost() {
        return all.having("gen_ai.request.model")
                .rows(
                        span -> row("model", attribute(span, "gen_ai.request.model"), "service", service(span)),
                        group -> row(
                                "calls", group.count(),
                                "input_tokens", tokens(group, "gen_ai.usage.input_tokens"),
                                "output_tokens", tokens(group, "gen_ai.usage.output_tokens"),
                                "investigations", group.traces()));
    }

    private static Object tokens(SpanSet group, String key) {
        return group.having(key).count() == 0 ? null : group.sum(key);
    }

    private List<Map<String, String>> toolCalls() {
        return all.named(TOOL)
                .rows(span -> row(
                        "started", started(span),
                        "agent", attribute(span, "sre.agent_type"),
                        "tool", attribute(span, "sre.tool_name"),
                        "duration_ms", ms(span),
                        "status", status(span),
                        "traceId", span.getTraceId()));
    }

    private List<Map<String, String>> investigations() {
        return all.having(ID)
                .rows(
                        span -> row("investigation", attribute(span, ID), "traceId", span.getTraceId()),
                        group -> row(
                                "started", group.firstTime(),
                                "duration_ms", group.elapsedMs(),
                                "spans", group.count(),
                                "errors", group.failed().count(),
                                "agents", group.distinct("sre.agent_type")));
    }

    private List<Map<String, String>> users() {
        return all.named("supervisor\\.(investigate|aggregate_results)")
                .rows(
                        span -> row("user", attribute(span, "sre.user_id")),
                        group -> row(
                                "investigations",
                                        group.named("supervisor\\.investigate").count(),
                                "longest_ms", group.maxMs(),
                                "errors", group.failed().count(),
                                "escalations",
                                        group.where(span -> "true".equals(attribute(span, "sre.escalation_triggered")))
                                                .count()));
    }

    /** The first rows by a column of numbers, largest first. */
    private static List<Map<String, String>> first(int count, String column, List<Map<String, String>> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(
                                (Map<String, String> row) -> Double.parseDouble(String.valueOf(row.get(column))))
                        .reversed())
                .limit(count)
                .toList();
    }
}
