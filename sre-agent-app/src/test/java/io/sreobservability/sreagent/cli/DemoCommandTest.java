package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code demo} refuses before it starts anything. What it plays is in {@code e2e.DemoProcessTest}.
 */
class DemoCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void anUnknownScenarioIsRefusedWithTheKnownOnes() {
        assertThat(demo("4")).isEqualTo(2);
        assertOneLine("there is no scenario '4'; choose 1, 2, 3 or all");
    }

    @Test
    void aMalformedDelayIsRefusedWithAnExample() {
        for (String wrong : List.of("metrics=abc", "metrics", "payment=4s", "metrics=4h")) {
            assertThat(demo("--slow", wrong)).as(wrong).isEqualTo(2);
            assertThat(err.toString()).contains("'" + wrong + "' is not like kubernetes=4s");
        }
    }

    @Test
    void aBadQuestionOrUserIsRefusedAsByInvestigate() {
        assertThat(demo("--prompt", " ", "--check", "--free-ports")).isEqualTo(2);
        assertThat(err.toString()).contains("--prompt needs a question");
        assertThat(demo("2", "--user", "../nobody", "--check", "--free-ports")).isEqualTo(2);
        assertThat(err.toString()).contains("takes a letter or digit followed by");
    }

    @Test
    void goodOptionsAreCheckedInSilence() {
        assertThat(demo("all", "--slow", "logs=250ms", "--check", "--free-ports"))
                .isZero();
        assertThat(out.toString() + err).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPortThatIsTakenIsNamedWithWhoNeedsIt() throws Exception {
        try (ServerSocket squatter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(DemoPorts.problem(squatter.getLocalPort(), "the logs backend"))
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .startsWith(
                                    "port " + squatter.getLocalPort() + " is taken, but the logs backend needs it"));
        }
    }

    /** The SDK would read it from this process, whatever its children get. */
    @Test
    void settingsOfOpenTelemetryForOtherProgramsAreRefusedWithTheFix() {
        environment.putAll(Map.of("OTEL_TRACES_SAMPLER", "always_off", "OTEL_SERVICE_NAME", ""));

        assertThat(demo("1", "--free-ports")).isEqualTo(3);
        assertOneLine("OTEL_TRACES_SAMPLER would take the demo's own traces away: unset it, or use"
                + " scripts/run_observability_demo.sh, which does");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAStandInNothingIsStarted() {
        assertThat(demo("1", "--free-ports", "--stand-in", "http://127.0.0.1:1"))
                .isEqualTo(3);
        assertOneLine("no stand-in answers at http://127.0.0.1:1");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theHelpExplainsScenariosAndExitCodes() {
        assertThat(demo("--help")).isZero();
        assertThat(out.toString()).contains("Scenarios:", "the Kubernetes backend is killed", "Exit codes:");
    }

    private void assertOneLine(String text) {
        assertThat(err.toString().lines()).singleElement().asString().contains(text);
    }

    private int demo(String... options) {
        List<String> arguments = new ArrayList<>(List.of("demo", "--output-dir", folder.toString()));
        arguments.addAll(List.of(options));
        return SreAgent.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
