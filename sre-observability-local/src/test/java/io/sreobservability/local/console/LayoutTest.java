package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages fit into narrow and wide windows, and can be read in light and in the dark. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
class LayoutTest {
    private final Pages pages;

    LayoutTest(Pages pages) {
        this.pages = pages;
    }

    @ParameterizedTest
    @CsvSource({
        "'', tbody td",
        "trace/33333333333333333333333333333333?span=0000000000000003, .panel .log",
        "dashboard/SREAgentObservability, .widget tbody td",
        "queries?name=SREAgent%2FSlowest+operations, .result tbody td",
        "compare?left=2222222222222222222222222222222a&right=2222222222222222222222222222222c, .operations tbody td"
    })
    void nothingIsWiderThanTheWindow(String page, String content) {
        Tab tab = pages.open(page).await("document.querySelector('" + content + "')");
        for (int width : new int[] {1280, 800}) {
            tab.look(width, 800, width == 800);
            assertThat(tab.eval("document.documentElement.scrollWidth").asInt())
                    .as(page + " at " + width)
                    .isLessThanOrEqualTo(width);
        }
        assertThat(tab.eval("getComputedStyle(document.body).backgroundColor").asText())
                .isEqualTo("rgb(15, 18, 23)");
        assertThat(tab.complaints()).isEmpty();
    }
}
