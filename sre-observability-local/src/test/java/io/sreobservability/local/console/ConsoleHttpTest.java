package io.sreobservability.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.local.Http;
import io.sreobservability.local.StandInConfig;
import io.sreobservability.local.StandInServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console serves, and what it does not. */
class ConsoleHttpTest {
    private static StandInServer server;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        server = StandInServer.start(StandInConfig.ephemeral());
        http = new Http(server);
        Scenarios.send(http, 1_800_000_000_000L);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyFileOfThePagesIsServedAndNoFileIsForgotten() throws Exception {
        Path folder = Path.of("src/main/resources/io/sreobservability/local/console");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(Asset.NAMES);
            for (Path file : all) {
                HttpResponse<byte[]> answer = http.get("/console/" + file.getFileName());
                assertThat(answer.body()).isEqualTo(Files.readAllBytes(file));
                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type ->
                                assertThat(type).matches("text/(html|css|javascript); charset=utf-8|image/svg\\+xml"));
            }
        }
    }

    @Test
    void thePagesMayLoadNothingFromElsewhereAndNothingInline() {
        assertThat(http.get("/console/").headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none';"
                        + " script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        assertThat(http.get("/console/").headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void noScriptHandsTextToAnHtmlParser() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/sreobservability/local/console"))) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(script))
                        .doesNotContainPattern(
                                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|\\beval\\b|new Function|srcdoc");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/none.js",
                "/console/../StandInServer.class",
                "/console/%2e%2e/StandIn.class",
                "/console/api",
                "/console/app.js/"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(http.raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/api/investigations"})
    void thereIsNothingToSend(String path) {
        assertThat(http.post(path, "application/json", "{}").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/investigations?usr=x",
                "api/trace",
                "api/comparison",
                "api/investigations?limit=0",
                "api/dashboard?range=tomorrow",
                "api/dashboard?range=-PT5M",
                "api/dashboard?nam=x"
            })
    void aQuestionThatIsNotUnderstoodIs400AndSaysWhy(String path) {
        HttpResponse<byte[]> answer = http.get("/console/" + path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.tree(answer).get("error").asText()).contains("arameter");
    }

    @Test
    void anAnswerThatIsStillTrueIsNotSentAgain() {
        HttpResponse<byte[]> first = http.get("/console/api/investigations");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpRequest.Builder again = http.request("/console/api/investigations").header("If-None-Match", etag);
        assertThat(http.send(again).statusCode()).isEqualTo(304);
        Spans spans = new Spans("6".repeat(32), 1_800_000_000_000L);
        spans.add("", "anything", "service", 1, 0, 1, "");
        spans.send(http);
        assertThat(http.send(again).statusCode()).isEqualTo(200);
    }

    @Test
    void aTraceIsAskedForAgainOnlyWhenSomethingOfItHasArrived() {
        String id = "8".repeat(32);
        Spans spans = new Spans(id, 1_800_000_000_000L);
        String root = spans.add("", "anything", "service", 1, 0, 1, "");
        spans.send(http);
        String etag = http.get("/console/api/trace?id=" + id)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpRequest.Builder again = http.request("/console/api/trace?id=" + id).header("If-None-Match", etag);
        Spans others = new Spans("9".repeat(32), 1_800_000_000_000L);
        others.log(others.add("", "anything", "service", 1, 0, 1, ""), "service", "INFO", 0.5, "of another trace");
        others.send(http);
        assertThat(http.send(again).statusCode()).isEqualTo(304);
        spans.log(root, "service", "INFO", 0.5, "of this trace");
        spans.send(http);
        HttpResponse<byte[]> changed = http.send(again);
        assertThat(changed.statusCode()).isEqualTo(200);
        spans.add(root, "later", "service", 1, 0, 1, "");
        spans.send(http);
        HttpRequest.Builder then = http.request("/console/api/trace?id=" + id)
                .header("If-None-Match", changed.headers().firstValue("ETag").orElseThrow());
        assertThat(http.send(then).statusCode()).isEqualTo(200);
    }

    @Test
    void aMistakeInAQueryComesWithItsPlace() {
        var problem =
                http.json("/console/api/query?group=aws%2Fspans&query=limit+x").get("problem");
        assertThat(problem.get("start").asInt()).isEqualTo(6);
        assertThat(problem.get("end").asInt()).isEqualTo(7);
        assertThat(http.json("/console/api/query?query=limit+1")
                        .at("/problem/message")
                        .asText())
                .contains("log groups");
    }

    @Test
    void aDashboardThatIsNotHeldIs404AndNoDashboardAtAllIsAnAnswer() {
        assertThat(http.get("/console/api/dashboard?name=none").statusCode()).isEqualTo(404);
        assertThat(http.json("/console/api/dashboard").get("names")).isEmpty();
    }

    @Test
    void numbersThatABrowserCannotHoldComeAsText() {
        http.post(
                "/v1/traces",
                "application/json",
                ("{'resourceSpans':[{'scopeSpans':[{'spans':[{'traceId':'" + "7".repeat(32)
                                + "','spanId':'00000000000000a1','name':'n','kind':1,'startTimeUnixNano':'1800000000000000001',"
                                + "'endTimeUnixNano':'1800000000000000002','attributes':[{'key':'k','value':{'intValue':'9007199254740993'}}]}]}]}]}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(http.json("/console/api/span?trace=" + "7".repeat(32) + "&id=00000000000000a1")
                        .at("/attributes/k")
                        .asText())
                .isEqualTo("9007199254740993");
    }
}
