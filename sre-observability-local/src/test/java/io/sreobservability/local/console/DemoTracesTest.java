package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages over the whole traces of the demo, span by span as the application makes them. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTracesTest {
    private static final String SLOW = "d".repeat(31) + "1";
    private static final String ALICE = "d".repeat(31) + "a";
    private static final String CAROL = "d".repeat(31) + "c";
    private static final String FAILED = "d".repeat(31) + "3";

    private final Pages pages;
    private StandInServer server;
    private int spansOfSlow;

    DemoTracesTest(Pages pages) {
        this.pages = pages;
    }

    @BeforeAll
    void play() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        Http http = new Http(server);
        long now = System.currentTimeMillis();
        spansOfSlow = DemoTrees.send(http, "scenario-1", SLOW, now - 120_000, "k8s-api");
        DemoTrees.send(http, "scenario-2-alice", ALICE, now - 90_000, "nobody");
        DemoTrees.send(http, "scenario-2-carol", CAROL, now - 60_000, "nobody");
        DemoTrees.send(http, "scenario-3", FAILED, now - 30_000, "nobody");
        new Deployment(http).deploy();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void theBrowserHasNothingToComplainAbout() {
        assertThat(pages.tab().complaints()).isEmpty();
    }

    private Tab open(String page) {
        return pages.tab().look(1280, 800, false).open(server.url() + "/console/#/" + page);
    }

    @Test
    void theFirstScenarioShowsItsSlowBackendAndEverySpan() {
        Tab tab = open("").click("a.title", Scenarios.INCIDENT);
        assertThat(tab.text(".bottleneck"))
                .startsWith("Bottleneck Slowest agent: kubernetes (8.")
                .endsWith(" of it waiting for the backend k8s-api.");
        assertThat(tab.eval("document.querySelector('.wf-scroll').ariaRowCount").asInt())
                .isEqualTo(spansOfSlow);
        tab.click(".bottleneck button", "k8s-api");
        assertThat(tab.text(".panel .facts"))
                .contains("k8s-api")
                .contains("2.00 s")
                .contains("server");
    }

    @Test
    void theSecondScenarioShowsSideBySideWhatIsPersonal() {
        Tab tab = open("compare?left=" + ALICE + "&right=" + CAROL);
        tab.awaitText("/sre/users/Alice/preferences").awaitText("/sre/users/Carol/preferences");
    }

    @Test
    void theThirdScenarioHasOneCauseHoweverManyCallsFailed() {
        Tab tab = open("").click("tr.failed a.title", Scenarios.HEALTH);
        assertThat(tab.text(".origins")).contains("connection refused at 127.0.0.1 (k8s-api)");
        assertThat(tab.count(".origins li")).isEqualTo(1);
    }

    @Test
    void everyMetricWidgetOfTheDashboardShowsWhatTheScenariosMeasured() {
        Tab tab = open("dashboard/SREAgentObservability");
        shows(tab, "Routing decisions by agent", "kubernetes", "logs", "metrics", "runbooks");
        shows(tab, "Errors in percent of calls", "agent", "tool");
        shows(tab, "Tool calls, p95", "get_pod_status (kubernetes)", "analyze_log_patterns (logs)");
        shows(tab, "Memory retrieval by strategy", "user_preferences p50", "infrastructure p95", "investigations p95");
        shows(tab, "Answered by the cache, percent", "user_preferences", "infrastructure", "investigations");
        shows(tab, "Agents and whole investigations, p95", "kubernetes", "runbooks", "supervisor");
        shows(tab, "Whole investigations by user, average", "Alice", "Carol");
        assertThat(tab.count(".widget.data .nothing")).isZero();
    }

    /** Waits until the widget of this title is drawn, with a line (or row) for each of these. */
    private static void shows(Tab tab, String title, String... labels) {
        String widget = "[...document.querySelectorAll('.widget.data')].find((one) =>"
                + " one.querySelector('h2').textContent === '" + title + "')";
        tab.await(widget + ".querySelector('.plot path.line, .plot circle, tbody td')");
        for (String label : labels) {
            tab.await("[..." + widget + ".querySelectorAll('.chart-legend span, tbody tr > :first-child')]"
                    + ".some((one) => one.textContent.trim() === '" + label + "')");
        }
    }

    @Test
    void theTablesOfTheDashboardHaveTheToolCallsAndInvestigationsOfAllScenarios() {
        Tab tab = open("dashboard/SREAgentObservability");
        tab.await("document.querySelectorAll('.widget.data tbody').length >= 3");
        for (String text :
                new String[] {"get_pod_status", "analyze_log_patterns", "investigation_" + SLOW.substring(16), "Carol"
                }) {
            tab.awaitText(text);
        }
    }
}
