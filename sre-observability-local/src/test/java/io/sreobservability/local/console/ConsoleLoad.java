package io.sreobservability.local.console;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.console.browser.Chromium;
import io.sreobservability.local.console.browser.Tab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The program behind {@code scripts/benchmarks/console_load.sh}: how the console behaves with much in it. */
public final class ConsoleLoad {
    private static final int LARGE = 10_000;
    private static final int STORED = 100_000;
    private static final int OF_USUAL = 90;
    private static final String LARGE_TRACE = "a".repeat(32);
    private static final int ROUNDS = 20;

    /** Scrolls for three seconds, a little further with every frame, and notes frames and long tasks. */
    private static final String SCROLL = "new Promise((done) => { let frames = 0; let longest = 0; const tasks = new"
            + " PerformanceObserver((list) => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration); });"
            + " tasks.observe({type: 'longtask'}); const scroller = document.querySelector('.wf-scroll'); const began ="
            + " performance.now(); const step = () => { frames++; scroller.scrollTop += 500; const spent = performance.now() - began;"
            + " if (spent < 3000) requestAnimationFrame(step); else done([Math.round(frames * 1000 / spent), Math.round(longest),"
            + " Math.round(scroller.scrollTop / 24)]); }; requestAnimationFrame(step); })";

    private ConsoleLoad() {}

    public static void main(String[] args) throws Exception {
        try (StandInServer server = StandInServer.start(StandInConfig.ephemeral());
                Chromium browser = Chromium.start()) {
            Http http = new Http(server);
            fill(http);
            Deployment deployment = new Deployment(http);
            deployment.deploy();
            deployment.metrics(Instant.now().getEpochSecond());
            System.out.println("held: " + server.store().traces().counts());
            answers(http);
            pages(browser.tab(), server.url() + "/console/#/trace/" + LARGE_TRACE);
        }
    }

    /** One large trace, and as many usual ones as make up the rest. */
    private static void fill(Http http) {
        long now = System.currentTimeMillis();
        trace(LARGE_TRACE, now - 60_000, LARGE).send(http);
        for (int i = 0; i < (STORED - LARGE) / OF_USUAL; i++) {
            trace(String.format("%032x", i + 1), now - 3_600_000 + 3_000L * i, OF_USUAL)
                    .send(http);
        }
    }

    private static Spans trace(String id, long start, int size) {
        Spans spans = new Spans(id, start);
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
                "investigation_" + id.substring(16));
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
                        "investigation_" + id.substring(16));
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
                        "investigation_" + id.substring(16));
            }
        }
        return spans;
    }

    private static void answers(Http http) {
        String slowest = "filter ispresent(`attributes.sre.investigation_id`) | stats count(*) as calls,"
                + " pct(durationNano / 1000000, 95) as p95_ms by name | sort p95_ms desc";
        for (String path : List.of(
                "api/investigations",
                "api/investigations?span=pods&error=timeout",
                "api/trace?id=" + LARGE_TRACE,
                "api/span?trace=" + LARGE_TRACE + "&id=0000000000000100",
                "api/comparison?left=" + "0".repeat(31) + "1&right=" + "0".repeat(31) + "2",
                "api/query?group=aws%2Fspans&query=" + URLEncoder.encode(slowest, StandardCharsets.UTF_8),
                "api/dashboard")) {
            long[] millis = new long[ROUNDS];
            for (int i = -ROUNDS; i < ROUNDS; i++) { // Half of them to warm up.
                long began = System.nanoTime();
                if (http.get("/console/" + path).statusCode() != 200) {
                    throw new IllegalStateException(path);
                }
                millis[Math.max(0, i)] = (System.nanoTime() - began) / 1_000_000;
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "answer  %5d ms median  %5d ms longest  %s%n",
                    millis[ROUNDS / 2],
                    millis[ROUNDS - 1],
                    path.split("&query", 2)[0]);
        }
    }

    private static void pages(Tab tab, String address) {
        tab.look(1280, 800, false);
        for (int i = 0; i < 5; i++) {
            tab.open(address).await("document.querySelector('.wf-row')");
            System.out.println("open    "
                    + tab.eval(
                            "new Promise((done) => requestAnimationFrame(() => done(Math.round(performance.now()))))")
                    + " ms from navigation to the first rows of " + LARGE + " spans");
            var scrolled = tab.eval(SCROLL);
            System.out.println("scroll  " + scrolled.get(0) + " frames/s, longest task " + scrolled.get(1)
                    + " ms (0: none over 50), " + scrolled.get(2) + " rows");
        }
    }
}
