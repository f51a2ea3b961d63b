package io.sreobservability.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.console.browser.Chromium;
import io.sreobservability.local.console.browser.Tab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The program behind {@code scripts/benchmarks/console_load.sh}: how the console behaves with much in it, while more arrives.
 * A span comes in before each question, so that no answer is one that was given before.
 */
public final class ConsoleLoad {
    private static final int LARGE = 10_000;
    private static final int STORED = 100_000;
    private static final int OF_USUAL = 90;
    private static final String LARGE_TRACE = "a".repeat(32);
    private static final int ROUNDS = 20;
    private static final int OPENINGS = 5;
    private static final double ANSWER_MS = 200;
    private static final double OPENING_MS = 2_000;
    private static final double FRAMES = 30;
    private static final double TASK_MS = 100;

    /** Scrolls for three seconds, a little further with every frame, and notes frames and long tasks. */
    private static final String SCROLL = "new Promise((done) => { let frames = 0; let longest = 0; const tasks = new"
            + " PerformanceObserver((list) => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration); });"
            + " tasks.observe({type: 'longtask'}); const scroller = document.querySelector('.wf-scroll'); const began ="
            + " performance.now(); const step = () => { frames++; scroller.scrollTop += 500; const spent = performance.now() - began;"
            + " if (spent < 3000) requestAnimationFrame(step); else done([Math.round(frames * 1000 / spent), Math.round(longest)]); };"
            + " requestAnimationFrame(step); })";

    private final StandInServer server;
    private final Http http;
    private final LoadReport report;
    private final long began = System.currentTimeMillis();
    private final Spans running = new Spans("f".repeat(32), began);

    private ConsoleLoad(StandInServer server, double factor) {
        this.server = server;
        this.http = new Http(server);
        this.report = new LoadReport(factor);
    }

    /** One argument: by how much slower than the bars' machine this one is, 1 if it is not. */
    public static void main(String[] args) throws Exception {
        int status;
        try (StandInServer server = StandInServer.start(StandInConfig.ephemeral());
                Chromium browser = Chromium.start()) {
            ConsoleLoad load = new ConsoleLoad(server, Double.parseDouble(args[0]));
            load.fill();
            load.pages(browser.tab());
            load.answers();
            status = load.report.end();
        }
        System.exit(status);
    }

    /** One large trace, and as many usual ones as make up the rest; our dashboard, and metrics for it. */
    private void fill() throws Exception {
        long now = System.currentTimeMillis();
        trace(LARGE_TRACE, now - 60_000, LARGE).send(http);
        for (int i = 0; i < (STORED - LARGE) / OF_USUAL; i++) {
            trace(String.format("%032x", i + 1), now - 3_600_000 + 3_000L * i, OF_USUAL)
                    .send(http);
        }
        Deployment deployment = new Deployment(http);
        deployment.deploy();
        deployment.metrics(Instant.now().getEpochSecond());
        System.out.println("held: " + server.store().traces().counts());
    }

    private static Spans trace(String id, long start, int size) {
        Spans spans = new Spans(id, start);
        String investigation = "investigation_" + id.substring(16);
        double length = 2.0 * size;
        String root = spans.add(
                "",
                "supervisor.investigate",
                "sre-agent",
                1,
                0,
                length + 10,
                "",
                "sre.user_id",
                "Alice",
                "sre.query",
                Scenarios.INCIDENT,
                "sre.investigation_id",
                investigation);
        String agent = root;
        for (int i = 1; i < size; i++) {
            double from = 2.0 * i;
            if (i % 30 == 1) {
                agent = spans.add(
                        root,
                        "agent.kubernetes.execute",
                        "sre-agent",
                        1,
                        from,
                        Math.min(length, from + 58),
                        "",
                        "sre.agent_type",
                        "kubernetes",
                        "sre.investigation_id",
                        investigation);
            } else {
                spans.add(
                        agent,
                        i % 3 == 0 ? "GET /pods/status" : "tool.get_pod_status",
                        i % 3 == 0 ? "k8s-api" : "sre-agent",
                        i % 3 == 0 ? 2 : 3,
                        from,
                        from + 1.5,
                        i % 97 == 0 ? "timeout" : "",
                        "sre.tool_name",
                        "get_pod_status",
                        "sre.investigation_id",
                        investigation);
            }
        }
        return spans;
    }

    /** One more span, of an investigation that goes on meanwhile. */
    private void arrive() {
        double at = System.currentTimeMillis() - began;
        running.add(
                "", "tool.get_pod_status", "sre-agent", 3, at, at + 1, "", "sre.investigation_id", "investigation_f");
        running.send(http);
    }

    private void answers() {
        String slowest = "filter ispresent(`attributes.sre.investigation_id`) | stats count(*) as calls,"
                + " pct(durationNano / 1000000, 95) as p95_ms by name | sort p95_ms desc";
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("list of investigations", "investigations");
        questions.put("search by span name and error", "investigations?span=pods&error=timeout");
        questions.put("trace of 10,000 spans", "trace?id=" + LARGE_TRACE);
        questions.put("one of its spans", "span?trace=" + LARGE_TRACE + "&id=0000000000000100");
        questions.put(
                "comparison of two traces", "comparison?left=" + "0".repeat(31) + "1&right=" + "0".repeat(31) + "2");
        questions.put(
                "query over all spans",
                "query?group=aws%2Fspans&query=" + URLEncoder.encode(slowest, StandardCharsets.UTF_8));
        questions.put("dashboard", "dashboard");
        questions.forEach(this::answer);
    }

    private void answer(String what, String path) {
        double[] millis = new double[ROUNDS];
        for (int i = -ROUNDS; i < ROUNDS; i++) { // Half of them to warm up.
            arrive();
            long asked = System.nanoTime();
            if (http.get("/console/api/" + path).statusCode() != 200) {
                throw new IllegalStateException(path);
            }
            millis[Math.max(0, i)] = (System.nanoTime() - asked) / 1e6;
        }
        Arrays.sort(millis);
        String longest = String.format(", median answer (longest %.0f)", millis[ROUNDS - 1]);
        report.atMost(what + longest, millis[ROUNDS / 2], ANSWER_MS, "ms");
    }

    /** Before anything else was asked, so that the first opening finds a server that has just started. */
    private void pages(Tab tab) {
        tab.look(1280, 800, false);
        for (int i = 1; i <= OPENINGS; i++) {
            tab.open(server.url() + "/console/#/trace/" + LARGE_TRACE).await("document.querySelector('.wf-row')");
            JsonNode opened =
                    tab.eval("new Promise((done) => requestAnimationFrame(() => done(Math.round(performance.now()))))");
            report.atMost(
                    "from navigation to the first of 10,000 rows, opening " + i, opened.asDouble(), OPENING_MS, "ms");
            arrive();
            JsonNode scrolled = tab.eval(SCROLL);
            report.atLeast("scrolling", scrolled.get(0).asDouble(), FRAMES, "frames/s");
            report.atMost(
                    "longest task meanwhile (0: none over 50)", scrolled.get(1).asDouble(), TASK_MS, "ms");
        }
    }
}
