package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.local.console.RunningConsole.Pages;
import io.sreobservability.local.console.browser.Tab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Telemetry is text that strangers wrote. Wherever it stands, it is shown as it is and does nothing. */
@Tag("browser")
@ExtendWith(RunningConsole.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    private static final String TRACE = "4".repeat(32);
    private static final String EVIL =
            "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>\"'`{{7*7}}\u202e";
    /** Dimensions of metrics are ASCII. */
    private static final String ASCII = "<img src=x onerror=\"window.hit=3\">'";

    private static final String QUERY = "Hostile " + EVIL;
    private static final String SHOWN =
            "filter traceId = '" + TRACE + "' | fields name, attributes.sre.query, attributes.sre.user_id";
    private static final ObjectMapper JSON = new ObjectMapper();
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
        Deployment deployment = new Deployment(pages.http());
        deployment.query(QUERY, "# " + EVIL + "\n" + SHOWN, "aws/spans");
        deployment.dashboard("Unfriendly", dashboard());
        deployment.metric("Hostile", System.currentTimeMillis() / 1_000, 1, "Count", "Name", ASCII);
    }

    /** Hostile in what its author wrote, in the rows of a table, in a metric's name for a line, and in what cannot be answered. */
    private static ObjectNode dashboard() {
        ObjectNode dashboard = JSON.createObjectNode();
        ArrayNode widgets = dashboard.putArray("widgets");
        widget(widgets, "text").put("markdown", "# head " + EVIL + "\n- [link " + EVIL + "](javascript:window.hit=1)");
        widget(widgets, "log").put("title", "title " + EVIL).put("query", "SOURCE 'aws/spans' | " + SHOWN);
        widget(widgets, "log").put("query", "SOURCE '" + ASCII.replace("'", "") + "' | limit 1");
        widget(widgets, "metric")
                .put("period", 60)
                .put("region", "us-east-1")
                .putArray("metrics")
                .addArray()
                .add(Deployment.NAMESPACE)
                .add("Hostile")
                .add("Name")
                .add(ASCII)
                .addObject()
                .put("label", "label " + EVIL + " ${PROP('Dim.Name')}");
        return dashboard;
    }

    private static ObjectNode widget(ArrayNode widgets, String type) {
        return widgets.addObject().put("type", type).putObject("properties").put("region", "us-east-1");
    }

    static Stream<String> pages() {
        return Stream.of(
                "",
                "trace/" + TRACE + "?span=0000000000000001",
                "compare?left=" + TRACE + "&right=" + Scenarios.FAILED,
                "dashboard/Unfriendly",
                "queries?name=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isTextOnEveryPage(String page) {
        Tab tab = pages.open(page);
        tab.await("document.body.textContent.includes(" + JSON.valueToTree("query " + EVIL) + ")");
        assertThat(tab.count("main img, main script, main b, main iframe, main a[href^=javascript]"))
                .isZero();
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
