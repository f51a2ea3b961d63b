package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telemetry is text that strangers wrote. Wherever it stands, it is shown as it is and does nothing. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    private static final String TRACE = "4".repeat(32);
    private static final String EVIL =
            "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>\"'`{{7*7}}\u202e";
    private final Pages pages;

    HostileTextTest(Pages pages) {
        this.pages = pages;
    }

    @BeforeAll
    void send() {
        Spans spans = new Spans(TRACE, System.currentTimeMillis() - 300_000);
        String root = spans.add(
                "",
                "root " + EVIL,
                "service " + EVIL,
                1,
                0,
                100,
                "type " + EVIL,
                "sre.user_id",
                "user " + EVIL,
                "sre.query",
                "query " + EVIL,
                "sre.investigation_id",
                "id " + EVIL,
                "key " + EVIL,
                "value " + EVIL,
                "json",
                "{\"a\":\"" + "<b>x</b>" + "\"}");
        spans.add(root, "agent." + EVIL + ".execute", "service " + EVIL, 1, 10, 90, "type " + EVIL);
        spans.log(root, "service " + EVIL, "ERROR" + EVIL, 50, "log " + EVIL);
        spans.send(pages.http());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trace/" + "44444444444444444444444444444444" + "?span=0000000000000001",
                "compare?left=44444444444444444444444444444444&right=33333333333333333333333333333333"
            })
    void isTextOnEveryPage(String page) {
        Tab tab = pages.open(page);
        tab.await("document.body.textContent.includes(" + new ObjectMapper().valueToTree("query " + EVIL) + ")");
        assertThat(tab.count("main img, main script, main b, main iframe")).isZero();
        assertThat(tab.eval("window.hit === undefined").asBoolean()).isTrue();
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void everyPartOfASpanIsShownWhole() {
        Tab tab = pages.open("trace/" + TRACE + "?span=0000000000000001");
        tab.await("document.querySelector('.panel .log')");
        String panel = tab.eval("document.querySelector('.panel').textContent").asText();
        for (String part : List.of("root ", "service ", "type ", "key ", "value ", "log ")) {
            assertThat(panel).contains(part + EVIL);
        }
    }

    @Test
    void inlineScriptsWouldNotRunEither() {
        Tab tab = pages.open("").awaitText("Investigations");
        tab.eval("document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=\"window.hit=2\">')");
        tab.eval("new Promise((done) => setTimeout(done, 50))");
        assertThat(tab.eval("window.hit === undefined").asBoolean()).isTrue();
        assertThat(tab.complaints())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one).contains("Content Security Policy"));
    }
}
