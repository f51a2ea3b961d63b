package io.sreobservability.sreagent.trace;

import static io.sreobservability.sreagent.trace.Spans.failed;
import static io.sreobservability.sreagent.trace.Spans.span;
import static io.sreobservability.sreagent.trace.Spans.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceAnswersTest {
    private static final TraceSpan ROOT = span("r", null, "supervisor.investigate", 0, 10_000);
    private static final TraceSpan KUBERNETES = span("k", "r", "agent.kubernetes.execute", 2_000, 9_000);
    private static final TraceSpan TOOL = span("t", "k", "tool.get_pod_status", 2_000, 5_000);
    private static final Map<String, Object> REFUSED = Map.of("error.type", "connection_refused");

    @Test
    void theCriticalPathSaysWhoseCallOfTheModelItIs() {
        assertThat(answers(ROOT, KUBERNETES, span("c", "k", "chat offline", 5_000, 9_000))
                        .criticalPath())
                .isEqualTo("supervisor.investigate 3.00 s, then agent.kubernetes.execute 3.00 s,"
                        + " then chat offline in agent.kubernetes.execute 4.00 s; 10.00 s in all");
    }

    @Test
    void theRoutingIsTheDecisionWithItsReason() {
        TraceSpan route = span("d", "r", "supervisor.route_decision", 1, 2);
        Map<String, Object> agents = Map.of("sre.agents_selected", "metrics,logs");

        assertThat(answers(ROOT, with(route, agents)).routing())
                .isEqualTo("metrics, logs: the reason is content, which is not captured");
        assertThat(answers(
                                ROOT,
                                with(
                                        route,
                                        Map.of("sre.agents_selected", "logs", "sre.routing_reason", "It says log.")))
                        .routing())
                .isEqualTo("logs: It says log.");
        assertThat(answers(ROOT).routing()).isEqualTo("the trace has no routing decision");
    }

    @Test
    void memoryIsWhatItFoundAndWhatItCost() {
        TraceAnswers answers = answers(
                ROOT,
                with(
                        span("m", "r", "memory.retrieve", 0, 300),
                        Map.of(
                                "memory.strategy",
                                "user_preferences",
                                "memory.namespace",
                                "/sre/users/Alice/preferences",
                                "memory.results_count",
                                4,
                                "memory.cache_hit",
                                false)),
                with(
                        span("n", "r", "memory.retrieve", 300, 301),
                        Map.of(
                                "memory.strategy",
                                "investigations",
                                "memory.results_count",
                                2,
                                "memory.cache_hit",
                                true)),
                failed(span("o", "r", "memory.retrieve", 301, 302), Map.of("memory.strategy", "infrastructure")),
                span("s", "r", "memory.store", 9_000, 9_198));

        assertThat(answers.memory().sentence())
                .isEqualTo("found user_preferences 4, investigations 2 from the cache, infrastructure failed;"
                        + " 1 of 3 from the cache; cost 302 ms to look up and 198 ms to remember"
                        + " (5 % of the investigation)");
        assertThat(answers(ROOT).memory().sentence()).isEqualTo("it was not asked");
    }

    @Test
    void theReportIsComparedWithAnothers() {
        Reporting alice = reporting(1_200, Map.of("sre.escalation_triggered", false));
        Reporting carol =
                reporting(600, Map.of("sre.escalation_triggered", true, "sre.escalation_type", "severity_threshold"));

        assertThat(alice.escalation()).isEqualTo("no");
        assertThat(carol.escalation()).isEqualTo("yes, severity_threshold");
        assertThat(alice.longerThan(carol)).isEqualTo("+600 ms");
        assertThat(carol.longerThan(alice)).isEqualTo("-600 ms");
    }

    @Test
    void triesOfOneCallAreOneCauseWithItsAddressAndItsWayUp() {
        List<TraceSpan> spans = new ArrayList<>(List.of(ROOT, failed(KUBERNETES, REFUSED), failed(TOOL, REFUSED)));
        for (int i = 1; i <= 3; i++) {
            spans.add(failed(span("a" + i, "t", "tool.get_pod_status.attempt", 2_000L + i, 2_010), REFUSED));
            // The first try's own span is made afterwards: what it caused is below the call.
            spans.addAll(gateway(i == 1 ? "t" : "a" + i, i));
        }
        TraceAnswers answers = TraceAnswers.of(new Trace("1", spans));

        assertThat(answers.causes()).containsExactly("connection refused at 127.0.0.1:8011 (k8s-api)");
        assertThat(answers.tries()).containsExactly("3 tries in 1 tool call: tool.get_pod_status");
        assertThat(answers.chains())
                .containsExactly("GET (sre-gateway) < tools/call k8s-api___get_pod_status (sre-gateway)"
                        + " < tool.get_pod_status.attempt (sre-agent) < tool.get_pod_status (sre-agent)"
                        + " < agent.kubernetes.execute (sre-agent); supervisor.investigate went on");
    }

    @Test
    void callsThatAreNotTriedAgainAreReadToo() {
        List<TraceSpan> spans = new ArrayList<>(List.of(ROOT, KUBERNETES, failed(TOOL, REFUSED)));
        spans.addAll(gateway("t", 1));
        spans.add(span("l", "r", "agent.logs.execute", 2_000, 3_000));
        TraceAnswers answers = TraceAnswers.of(new Trace("1", spans));

        assertThat(answers.causes()).containsExactly("connection refused at 127.0.0.1:8011 (k8s-api)");
        assertThat(answers.tries()).containsExactly("1 try in 1 tool call: tool.get_pod_status");
        assertThat(answers.chains().get(0))
                .endsWith("< tool.get_pod_status (sre-agent); agent.kubernetes.execute went on");
        assertThat(answers.outcome()).isEqualTo("kubernetes, logs got answers");
    }

    @Test
    void triesThatNeverReachedTheGatewayAreCountedThemselves() {
        TraceAnswers answers = answers(
                ROOT,
                KUBERNETES,
                failed(TOOL, REFUSED),
                failed(span("a", "t", "tool.get_pod_status.attempt", 2_000, 2_001), REFUSED),
                failed(span("b", "t", "tool.get_pod_status.attempt", 2_002, 2_003), REFUSED));

        assertThat(answers.causes()).containsExactly("connection refused in tool.get_pod_status.attempt");
        assertThat(answers.tries()).containsExactly("2 tries in 1 tool call: tool.get_pod_status");
    }

    @Test
    void aFailureWithoutAnAddressIsNamedByItsPlace() {
        TraceAnswers answers = answers(
                ROOT,
                failed(KUBERNETES, Map.of()),
                failed(TOOL, Map.of("error.type", "java.lang.IllegalStateException")));

        assertThat(answers.causes()).containsExactly("java.lang.IllegalStateException in tool.get_pod_status");
        assertThat(answers.outcome()).isEqualTo("kubernetes failed; no agent got answers");
    }

    @Test
    void aTraceWithoutAnythingHasAnAnswerToEverything() {
        TraceAnswers answers = answers();

        assertThat(answers.bottleneck()).isEqualTo("no agent is in the trace");
        assertThat(answers.criticalPath()).isEqualTo("the trace has no root");
        assertThat(answers.reporting()).isEmpty();
        assertThat(answers.agents()).isEqualTo("unknown");
        assertThat(answers.causes()).isEmpty();
    }

    /** What the gateway records of one call that its backend refuses: the HTTP request itself is answered. */
    private static List<TraceSpan> gateway(String caller, int number) {
        String post = "p" + number;
        String call = "c" + number;
        return List.of(
                span(post, caller, "POST /mcp", "SERVER", "sre-gateway", 2_000, 2_010),
                failed(
                        span(call, post, "tools/call k8s-api___get_pod_status", "SERVER", "sre-gateway", 2_001, 2_009),
                        REFUSED),
                failed(
                        span("g" + number, call, "GET", "CLIENT", "sre-gateway", 2_002, 2_008),
                        Map.of(
                                "error.type", "connection_refused",
                                "server.address", "127.0.0.1",
                                "server.port", 8011)));
    }

    private static Reporting reporting(long millis, Map<String, Object> attributes) {
        return answers(ROOT, with(span("a", "r", "supervisor.aggregate_results", 0, millis), attributes))
                .reporting()
                .orElseThrow();
    }

    private static TraceAnswers answers(TraceSpan... spans) {
        return TraceAnswers.of(new Trace("1", List.of(spans)));
    }
}
