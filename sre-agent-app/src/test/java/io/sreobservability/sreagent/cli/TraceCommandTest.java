package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sreobservability.sreagent.trace.CannedStandIn;
import io.sreobservability.sreagent.trace.CannedStandIn.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TraceCommandTest {
    private static final String ID = "5b8efff798038103d269b633813fc60c";
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTraceIsPrintedByItsId() throws IOException {
        try (CannedStandIn standIn =
                CannedStandIn.answering(new Answer(200, CannedStandIn.resource("scenario-1.json")))) {
            assertThat(run(ID, "--stand-in", standIn.uri().toString(), "--width", "100"))
                    .isZero();
        }
        assertThat(out.toString()).contains("Trace " + ID, "Slowest agent: metrics (3.20 s, 58 %");
    }

    @Test
    void theNewestInvestigationIsPrintedWithoutItsId() throws IOException {
        String list = "{\"traces\":[{\"traceId\":\"" + ID + "\",\"rootName\":\"supervisor.investigate\"}]}";
        try (CannedStandIn standIn = CannedStandIn.answering(
                new Answer(200, list), new Answer(200, CannedStandIn.resource("scenario-1.json")))) {
            assertThat(run("--last", "--stand-in", standIn.uri().toString())).isZero();
        }
        assertThat(out.toString()).contains("Slowest agent: metrics");
    }

    @Test
    void aDeadStandInIsOneLineAndTheSameCodeAsForAnInvestigation() {
        assertThat(run(ID, "--stand-in", "http://127.0.0.1:1")).isEqualTo(3);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("sre-agent: No stand-in answers at");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThat(run(ID, "--stand-in", "localhost:4318")).isEqualTo(2);
        assertThat(err.toString()).contains("is not an address like http://127.0.0.1:4318");
    }

    @Test
    void somethingThatIsNoTraceIdIsWrongUsage() {
        assertThat(run("12")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "sre-agent: \"12\" is not a trace id: it has 32 hex digits, in lower case.\n");
    }

    @Test
    void theStandInMayComeFromTheEnvironment() {
        environment.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", "http://127.0.0.1:2");

        assertThat(run("--last")).isEqualTo(3);
        assertThat(err.toString()).contains("http://127.0.0.1:2");
    }

    @Test
    void theExitCodesAreInTheHelp() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "it does not have the trace");
    }

    @Test
    void eitherAnIdOrLastMustBeGiven() {
        assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run(ID, "--last")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("trace"));
        arguments.addAll(List.of(options));
        return SreAgent.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
