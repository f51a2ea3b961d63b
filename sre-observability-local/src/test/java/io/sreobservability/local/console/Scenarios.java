package io.sreobservability.local.console;

import io.sreobservability.local.Http;

/** The demo's three scenarios, shortened to what the console is asked about. */
final class Scenarios {
    static final String SLOW = "1".repeat(32);
    static final String ALICE = "2".repeat(31) + "a";
    static final String CAROL = "2".repeat(31) + "c";
    static final String FAILED = "3".repeat(32);
    static final String INCIDENT = "API response times have degraded 3x in the last hour";
    static final String PODS = "Database pods are crash looping in production";
    static final String HEALTH = "Check cluster health";
    static final String CAUSE = "connection refused at 127.0.0.1:8011 (k8s-api)";
    static final String LOGGED = "get_pod_status: connection refused at http://127.0.0.1:8011/pods/status";

    private Scenarios() {}

    /** Sends all of them; the last began {@code now}. */
    static void send(Http http, long now) {
        slow(now - 180_000).send(http);
        personal(ALICE, "Alice", now - 120_000, 4, "high").send(http);
        personal(CAROL, "Carol", now - 60_000, 3, "medium").send(http);
        failed(now).send(http);
    }

    /** The kubernetes backend takes 4 s for each answer. */
    private static Spans slow(long start) {
        Spans spans = new Spans(SLOW, start);
        String root = root(spans, "Alice", INCIDENT, "investigation_0000000000000001", 10_400);
        String agent = agent(spans, root, "kubernetes", 1_600, 9_600, "");
        spans.add(agent, "chat offline", "sre-agent", 3, 1_600, 1_900, "");
        tool(spans, agent, "get_pod_status", "k8s-api", 1_900, 5_950);
        tool(spans, agent, "get_cluster_events", "k8s-api", 5_950, 9_500);
        String metrics = agent(spans, root, "metrics", 1_600, 5_000, "");
        tool(spans, metrics, "get_error_rates", "metrics-api", 2_800, 2_890);
        spans.add(root, "supervisor.aggregate_results", "sre-agent", 1, 9_600, 10_380, "");
        return spans;
    }

    private static Spans personal(String traceId, String user, long start, int results, String threshold) {
        Spans spans = new Spans(traceId, start);
        String root = root(
                spans,
                user,
                PODS,
                "investigation_000000000000000" + (user.equals("Alice") ? "a" : "c"),
                user.equals("Alice") ? 3_300 : 2_900);
        String namespace = "/sre/users/" + user + "/preferences";
        spans.add(
                root,
                "memory.retrieve",
                "sre-agent",
                3,
                20,
                340,
                "",
                "memory.namespace",
                namespace,
                "memory.results_count",
                results);
        String agent = agent(spans, root, "kubernetes", 400, user.equals("Alice") ? 2_600 : 2_200, "");
        tool(spans, agent, "get_pod_status", "k8s-api", 700, 900);
        spans.add(
                root,
                "supervisor.aggregate_results",
                "sre-agent",
                1,
                2_600,
                2_890,
                "",
                "sre.escalation_triggered",
                String.valueOf(threshold.equals("medium")));
        return spans;
    }

    /** The kubernetes backend was killed; the agent tried three times. */
    private static Spans failed(long start) {
        Spans spans = new Spans(FAILED, start);
        String root = root(spans, "Alice", HEALTH, "investigation_0000000000000003", 4_000);
        String agent = agent(spans, root, "kubernetes", 500, 2_900, "connection_refused");
        String call = spans.add(
                agent,
                "tool.get_pod_status",
                "sre-agent",
                3,
                700,
                2_600,
                "connection_refused",
                "sre.tool_name",
                "get_pod_status");
        for (int attempt = 1; attempt <= 3; attempt++) {
            double from = 100 + 600 * attempt;
            String tried = spans.add(
                    call,
                    "tool.get_pod_status.attempt",
                    "sre-agent",
                    3,
                    from,
                    from + 60,
                    "connection_refused",
                    "sre.attempt",
                    attempt);
            String post = spans.add(tried, "POST /mcp", "sre-gateway", 2, from + 10, from + 50, "");
            String tools = spans.add(
                    post,
                    "tools/call k8s-api___get_pod_status",
                    "sre-gateway",
                    1,
                    from + 11,
                    from + 49,
                    "connection_refused");
            spans.add(
                    tools,
                    "GET",
                    "sre-gateway",
                    3,
                    from + 12,
                    from + 48,
                    "connection_refused",
                    "server.address",
                    "127.0.0.1",
                    "server.port",
                    8011);
        }
        spans.log(call, "sre-agent", "ERROR", 2_590, LOGGED);
        agent(spans, root, "logs", 500, 2_000, "");
        return spans;
    }

    private static String root(Spans spans, String user, String query, String investigation, double to) {
        return spans.add(
                "",
                "supervisor.investigate",
                "sre-agent",
                1,
                0,
                to,
                "",
                "sre.user_id",
                user,
                "sre.query",
                query,
                "sre.investigation_id",
                investigation);
    }

    private static String agent(Spans spans, String root, String name, double from, double to, String error) {
        return spans.add(root, "agent." + name + ".execute", "sre-agent", 1, from, to, error, "sre.agent_type", name);
    }

    private static void tool(Spans spans, String agent, String tool, String backend, double from, double to) {
        String call = spans.add(
                agent,
                "tool." + tool,
                "sre-agent",
                3,
                from,
                to,
                "",
                "sre.tool_name",
                tool,
                "sre.tool_params",
                "{\"namespace\":\"production\"}");
        String post = spans.add(call, "POST /mcp", "sre-gateway", 2, from + 10, to - 5, "");
        spans.add(post, "GET /" + tool, backend, 2, from + 15, to - 8, "");
    }
}
