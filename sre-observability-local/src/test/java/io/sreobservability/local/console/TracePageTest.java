package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the list to the cause: the ways that the troubleshooting playbook describes, in a browser. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
class TracePageTest {
    private final Pages pages;

    TracePageTest(Pages pages) {
        this.pages = pages;
    }

    @AfterEach
    void theBrowserHasNothingToComplainAbout() {
        assertThat(pages.tab().complaints()).isEmpty();
    }

    @Test
    void oneClickLeadsToTheBottleneckAndASecondToTheSlowestCall() {
        Tab tab = pages.open("").click("a.title", Scenarios.INCIDENT);
        assertThat(tab.text(".bottleneck"))
                .isEqualTo("Bottleneck Slowest agent: kubernetes (8.00 s, 77 % of the investigation); 7.55 s of it"
                        + " waiting for the backend k8s-api.");
        assertThat(tab.text(".path li:first-child")).contains("4.03 s 39 % GET /get_pod_status in tool.get_pod_status");
        tab.click(".bottleneck button", "k8s-api");
        assertThat(tab.text(".panel h2")).isEqualTo("GET /get_pod_status");
        assertThat(tab.text(".wf-row.selected")).contains("GET /get_pod_status").contains("4.03 s");
    }

    @Test
    void twoClicksLeadFromTheRedInvestigationToTheLogLineOfItsFailure() {
        Tab tab = pages.open("").click("tr.failed a.title", Scenarios.HEALTH);
        assertThat(tab.text(".origins")).contains(Scenarios.CAUSE).contains("3 times, seen by sre-gateway");
        tab.click(".wf-row.error", "tool.get_pod_status");
        tab.awaitText(Scenarios.LOGGED);
        assertThat(tab.text(".panel .failure")).contains("connection_refused");
        assertThat(tab.text(".panel .log.bad")).startsWith("ERROR").contains(Scenarios.LOGGED);
    }

    @Test
    void aSpanShowsTheLogRecordsOfWhatItCalledAndLeadsThere() {
        Tab tab = pages.open("trace/" + Scenarios.FAILED).click(".wf-row.error", "agent.kubernetes.execute");
        tab.awaitText("Log records of spans below").click(".panel .link", "to its span");
        tab.await("document.querySelector('.panel h2').innerText === 'tool.get_pod_status'");
    }

    @Test
    void everyStepOfTheKeyboardPathWorks() {
        Tab tab = pages.open("trace/" + Scenarios.SLOW).awaitText("supervisor.investigate");
        tab.eval("document.querySelector('.wf-scroll').focus()");
        tab.press("ArrowDown").press("ArrowDown");
        assertThat(tab.text(".wf-row.selected")).startsWith("▾ agent.kubernetes.execute");
        int open = tab.count(".wf-row:not([hidden])");
        tab.press("ArrowLeft");
        assertThat(tab.count(".wf-row:not([hidden])")).isEqualTo(open - 7);
        assertThat(tab.text(".wf-row.selected")).contains("+7");
        tab.press("ArrowRight").press("ArrowRight").press("c");
        assertThat(tab.text(".wf-row.selected")).contains("tool.get_pod_status");
        tab.await("document.querySelector('.panel h2')?.innerText === 'tool.get_pod_status'")
                .press("Enter");
        assertThat(tab.eval("document.activeElement.innerText").asText()).isEqualTo("tool.get_pod_status");
        tab.press("Escape");
        assertThat(tab.count(".panel:not([hidden])")).isZero();
        assertThat(tab.eval("document.activeElement.className").asText()).isEqualTo("wf-scroll");
    }

    @Test
    void theKeyForErrorsGoesFromOneToTheNext() {
        Tab tab = pages.open("trace/" + Scenarios.FAILED).awaitText("supervisor.investigate");
        tab.eval("document.querySelector('.wf-scroll').focus()");
        assertThat(tab.press("e").text(".wf-row.selected")).contains("agent.kubernetes.execute");
        assertThat(tab.press("e").text(".wf-row.selected")).contains("tool.get_pod_status");
        assertThat(tab.press("e").text(".wf-row.selected")).contains("tool.get_pod_status.attempt");
    }

    @Test
    void theAddressOfASpanOpensItAgain() {
        Tab tab = pages.open("trace/" + Scenarios.SLOW + "?span=0000000000000004");
        assertThat(tab.text(".panel h2")).isEqualTo("tool.get_pod_status");
        assertThat(tab.text(".panel .pairs")).contains("sre.tool_params { \"namespace\": \"production\" }");
    }

    @Test
    void aTraceThatIsNotHeldIsSaidSo() {
        Tab tab = pages.open("trace/" + "f".repeat(32));
        tab.awaitText("No trace '" + "f".repeat(32) + "' is held here.");
        pages.open("");
    }
}
