package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of investigations, and two of them side by side. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
class InvestigationsPageTest {
    private final Pages pages;

    InvestigationsPageTest(Pages pages) {
        this.pages = pages;
    }

    @AfterEach
    void theBrowserHasNothingToComplainAbout() {
        assertThat(pages.tab().complaints()).isEmpty();
    }

    @Test
    void theListSaysWhoAskedWhatHowLongItTookAndWhatFailed() {
        Tab tab = pages.open("?user=Alice").awaitText(Scenarios.INCIDENT);
        assertThat(tab.text("tbody tr:last-child"))
                .contains(Scenarios.INCIDENT)
                .contains("investigation_0000000000000001 Alice 10.40 s")
                .contains("kubernetes metrics");
        assertThat(tab.text("tr.failed .chip.bad")).isEqualTo("kubernetes");
    }

    @ParameterizedTest
    @CsvSource({
        "user, carol, 1",
        "id, investigation_0000000000000003, 1",
        "span, get_error_rates, 1",
        "error, refused, 1",
        "span, tool.get_pod_status, 4",
        "error, timeout, 0",
    })
    void everyFieldOfTheSearchNarrowsTheList(String field, String text, int expected) {
        Tab tab = pages.open("?user=nobody").awaitText("Nothing matches");
        tab.eval("document.querySelector('[name=user]').value = ''");
        tab.eval("document.querySelector('[name=user]').dispatchEvent(new Event('input'))");
        tab.awaitText(Scenarios.INCIDENT);
        tab.eval("document.querySelector('[name=" + field + "]').focus()");
        tab.type(text).await("document.querySelectorAll('.list tbody tr').length === " + expected);
    }

    @Test
    void whatArrivesShowsByItself() {
        Tab tab = pages.open("").awaitText(Scenarios.INCIDENT);
        Spans spans = new Spans("5".repeat(32), System.currentTimeMillis());
        spans.add(
                "00000000000000ff",
                "agent.runbooks.execute",
                "sre-agent",
                1,
                0,
                500,
                "",
                "sre.investigation_id",
                "investigation_0000000000000005",
                "sre.query",
                "Does it show?",
                "sre.user_id",
                "Dave");
        spans.send(pages.http());
        tab.awaitText("Does it show?");
        assertThat(tab.text("tbody tr:first-child")).contains("Dave running");
    }

    @Test
    void twoTicksCompareAliceAndCarol() {
        Tab tab = pages.open("?id=investigation_000000000000000").awaitText("Carol");
        for (String trace : new String[] {Scenarios.CAROL, Scenarios.ALICE}) {
            tab.click("[data-key='tick-" + trace + "']", "");
        }
        tab.click("a.button", "Compare two").awaitText("What is different");
        assertThat(tab.text(".side:first-child")).contains("Alice");
        assertThat(tab.text(".differences"))
                .contains("memory.retrieve memory.namespace /sre/users/Alice/preferences /sre/users/Carol/preferences")
                .contains("memory.retrieve memory.results_count 4 3")
                .contains("supervisor.aggregate_results sre.escalation_triggered false true");
        assertThat(tab.text(".operations tbody"))
                .contains("agent.kubernetes.execute sre-agent 1 0 2.20 s 1.80 s −400 ms");
    }

    @Test
    void theComparisonProposesTheTwoNewestThatAskedTheSame() {
        pages.open("compare?right=" + Scenarios.CAROL).awaitText("/sre/users/Alice/preferences");
    }
}
