package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard that is deployed to CloudWatch, drawn over what the stand-in holds. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
class DashboardPageTest {
    private final Pages pages;

    DashboardPageTest(Pages pages) {
        this.pages = pages;
    }

    @AfterEach
    void theBrowserHasNothingToComplainAbout() {
        assertThat(pages.tab().complaints()).isEmpty();
    }

    @Test
    void everyWidgetOfOurDashboardHasData() {
        Tab tab = pages.open("dashboard/SREAgentObservability");
        tab.await("document.querySelectorAll('.widget.data').length > 7");
        assertThat(tab.count(".nothing")).as(() -> tab.text("#main")).isZero();
        assertThat(tab.eval("[...document.querySelectorAll('.widget.data')].every((one) =>"
                                + " one.querySelector('.plot path.line, .plot circle, tbody td'))")
                        .asBoolean())
                .isTrue();
        for (String panel : new String[] {
            "Agent Routing Heatmap",
            "Error Rate by Component",
            "Tool Execution Waterfall",
            "Memory Operation Latency",
            "Investigation Timeline",
            "Comparison of Users"
        }) {
            tab.awaitText(panel);
        }
    }

    @Test
    void theTextsOfAChartLeaveEachOtherRoom() {
        Tab tab = pages.open("dashboard/SREAgentObservability");
        tab.await("document.querySelectorAll('.plot svg').length > 4");
        assertThat(tab.eval("[...document.querySelectorAll('.plot svg')].flatMap((plot) => {"
                        + " const boxes = [...plot.querySelectorAll('text')].map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));"
                        + " return boxes.flatMap((one, i) => boxes.slice(i + 1).filter((other) => one.box.left < other.box.right"
                        + " && other.box.left < one.box.right && one.box.top < other.box.bottom && other.box.top < one.box.bottom)"
                        + ".map((other) => one.text + ' and ' + other.text)); })"))
                .isEmpty();
    }

    @Test
    void aRowOfATableLeadsToItsTrace() {
        Tab tab = pages.open("dashboard/SREAgentObservability");
        tab.click(".trace-link", Scenarios.FAILED.substring(0, 8)).awaitText(Scenarios.CAUSE);
    }

    @Test
    void whatArrivesShowsByItself() {
        Tab tab = pages.open("dashboard/SREAgentObservability");
        tab.await("document.querySelector('.widget.data tbody td')");
        new Deployment(pages.http())
                .metric("AgentRouting", Instant.now().getEpochSecond(), 1, "Count", "AgentName", "newcomer");
        tab.awaitText("newcomer");
    }

    @Test
    void anInputAboveTheDashboardChangesWhatAllWidgetsAskFor() {
        Tab tab = pages.open("dashboard/SREAgentObservability");
        tab.await("document.querySelector('.widget.data tbody td')");
        tab.eval(
                "(() => { const input = [...document.querySelectorAll('.filters input')].at(-1); input.value = 'Other/Namespace';"
                        + " input.dispatchEvent(new Event('change')); })()");
        tab.await(
                "[...document.querySelectorAll('.widget.data .nothing')].some((one) => one.innerText.startsWith('No data'))");
    }

    @Test
    void everyViewOfAWidgetIsDrawnAndWhatCannotBeAnsweredSaysWhy() throws Exception {
        String routing =
                "'metrics':[['SREAgent/Production','AgentRouting','AgentName','logs',{'stat':'Sum','color':'#ff0000'}]]";
        StringBuilder widgets = new StringBuilder();
        for (String view : new String[] {"timeSeries", "singleValue", "gauge", "bar", "pie", "table"}) {
            widgets.append("{'type':'metric','width':4,'properties':{'region':'us-east-1','period':60,'title':'")
                    .append(view)
                    .append("','view':'")
                    .append(view)
                    .append("','yAxis':{'left':{'min':0,'max':10}},")
                    .append(routing)
                    .append("}},");
        }
        widgets.append(
                        "{'type':'metric','properties':{'region':'us-east-1','title':'stacked','stacked':true,'period':60,")
                .append(routing)
                .append("}},{'type':'log','properties':{'region':'us-east-1','title':'counted','view':'bar','query':")
                .append("'SOURCE \\\"aws/spans\\\" | stats count(*) as calls by name'}},")
                .append(
                        "{'type':'log','properties':{'region':'us-east-1','title':'missing','query':'SOURCE \\\"nowhere\\\" | limit 1'}},")
                .append(
                        "{'type':'text','properties':{'markdown':'# T <b>x</b>\\n- [a](javascript:alert`1`) [b](https://example.com/)'}}");
        new Deployment(pages.http())
                .dashboard(
                        "Views",
                        new ObjectMapper()
                                .readTree(("{'widgets':[" + widgets + "]}")
                                        .replace('\'', '"')
                                        .replace("\\\"nowhere\\\"", "'nowhere'")
                                        .replace("\\\"aws/spans\\\"", "'aws/spans'")));
        Tab tab = pages.open("dashboard/Views").awaitText("Log group 'nowhere' does not exist");
        assertThat(tab.count(".plot path.line, .plot circle")).isPositive();
        assertThat(tab.count(".numbers strong")).isEqualTo(2);
        assertThat(tab.count(".pie .arc")).isEqualTo(1);
        assertThat(tab.count(".bars .track")).isGreaterThan(1);
        assertThat(tab.text(".markdown")).isEqualTo("T <b>x</b> a b");
        assertThat(tab.eval("[...document.querySelectorAll('.markdown a')].map((one) => one.href).join()")
                        .asText())
                .isEqualTo("https://example.com/");
    }
}
