package io.sreobservability.sreagent.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.trace.CannedStandIn.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceViewTest {
    @Test
    void theCrossDomainInvestigationIsDrawnAndExplained() throws IOException {
        assertThat(print("scenario-1.json", new Style(100, true, false)))
                .isEqualTo(CannedStandIn.resource("scenario-1.txt"));
    }

    @Test
    void aTerminalWithoutBlockCharactersGetsAscii() throws IOException {
        assertThat(print("scenario-1.json", new Style(80, false, false)))
                .isEqualTo(CannedStandIn.resource("scenario-1-ascii.txt"))
                .isASCII();
    }

    @Test
    void aFailureIsNamedWhereItBegan() throws IOException {
        assertThat(print("backend-away.json", new Style(80, true, false)))
                .contains("Errors began here\n  tool.get_pod_status in sre-agent after 550 ms,"
                        + " java.net.ConnectException: Connection refused: 127.0.0.1:8011\n")
                .doesNotContain("  agent.kubernetes.execute in");
    }

    @Test
    void whatDidNotArriveIsSaidAtTheEnd() {
        TraceSpan orphan = Spans.span("a", "b", "memory.retrieve", 0, 5);
        StringWriter out = new StringWriter();

        new TraceView(new Style(80, true, false))
                .print(
                        new TraceClient.Arrival(
                                new Trace("1", List.of(orphan)), List.of("the root span", "something else")),
                        new PrintWriter(out));

        assertThat(out.toString().lines().toList())
                .contains("(parent b did not arrive)")
                .endsWith("Not arrived yet: the root span; something else");
    }

    @Test
    void coloursAreUsedOnlyWhenAsked() throws IOException {
        assertThat(print("backend-away.json", new Style(80, true, true))).contains("\u001B[31m");
        assertThat(print("backend-away.json", new Style(80, true, false))).doesNotContain("\u001B");
    }

    @Test
    void noColorAndColumnsAreRespected() {
        assertThat(Style.detect(Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(Style.detect(Map.of("COLUMNS", "132")).width()).isEqualTo(132);
        assertThat(Style.detect(Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
        assertThat(Style.detect(Map.of("COLUMNS", "9999")).width()).isEqualTo(240);
    }

    private static String print(String resource, Style style) throws IOException {
        StringWriter out = new StringWriter();
        try (CannedStandIn standIn = CannedStandIn.answering(new Answer(200, CannedStandIn.resource(resource)))) {
            TraceClient client = new TraceClient(standIn.uri(), Duration.ofMillis(1), Duration.ofSeconds(1));
            TraceClient.Arrival arrival = client.await("0".repeat(32), Duration.ofSeconds(20), () -> {});
            new TraceView(style).print(arrival, new PrintWriter(out));
        }
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
