package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Saved queries at a click, and queries that somebody writes. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
class QueriesPageTest {
    private final Pages pages;

    QueriesPageTest(Pages pages) {
        this.pages = pages;
    }

    @AfterEach
    void theBrowserHasNothingToComplainAbout() {
        assertThat(pages.tab().complaints()).isEmpty();
    }

    @Test
    void aSavedQueryRunsAtAClickAndItsRowsLeadToTraces() {
        Tab tab = pages.open("queries").click(".saved button", "Find investigations by user");
        assertThat(tab.text(".result tbody")).contains("investigation_0000000000000001");
        tab.click(".trace-link", Scenarios.FAILED.substring(0, 8)).awaitText(Scenarios.CAUSE);
    }

    @Test
    void aQueryCanBeChangedAndRunByTheKeyboard() {
        Tab tab = pages.open("queries").await("document.querySelector('.saved button')");
        tab.eval("document.querySelector('textarea').focus()");
        tab.type(
                        "filter name = \"supervisor.investigate\" | stats count(*) as asked by `attributes.sre.user_id` as user | sort user")
                .eval(
                        "document.querySelector('textarea').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true}))");
        tab.awaitText("user asked");
        assertThat(tab.text(".result tbody")).contains("Alice 3").contains("Carol 1");
        assertThat(tab.text(".editor-foot")).contains("rows");
    }

    @Test
    void aMistakeIsShownAtItsPlace() {
        Tab tab = pages.open("queries").await("document.querySelector('.saved button')");
        tab.eval("document.querySelector('textarea').focus()");
        tab.type("fields name\n| frobnicate x").click("button", "Run");
        assertThat(tab.text(".wrong")).contains("at line 2 and position 3");
        assertThat(tab.text(".wrong mark")).isEqualTo("frobnicate");
    }
}
