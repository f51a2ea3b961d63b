package io.sreobservability.sreagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.backend.BackendConfig;
import io.sreobservability.sreagent.backend.BackendServer;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class InvestigateCommandTest {
    private static final String SLOW = "API response times have degraded 3x in the last hour";

    private final Map<String, String> environment = new HashMap<>();
    private final Map<ToolDomain, BackendServer> backends = new EnumMap<>(ToolDomain.class);
    private RunningGateway gateway;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @TempDir
    private Path memory;

    @BeforeEach
    void startGatewayAndBackends() throws IOException {
        environment.put("SRE_AGENT_MEMORY_DIR", memory.toString());
        Map<ToolDomain, URI> addresses = new EnumMap<>(ToolDomain.class);
        for (ToolDomain domain : ToolDomain.values()) {
            BackendServer backend = BackendServer.start(
                    BackendConfig.standard(domain, RunningGateway.KEY).withPort(0), OpenTelemetry.noop());
            backends.put(domain, backend);
            addresses.put(domain, backend.uri());
        }
        gateway = RunningGateway.before(addresses);
        environment.putAll(gateway.environment());
    }

    @AfterEach
    void stopGatewayAndBackends() {
        gateway.close();
        backends.values().forEach(BackendServer::close);
    }

    @Test
    void anInvestigationPrintsPlanProgressAndReportAndSavesIt() throws IOException {
        int code = investigate("--prompt", SLOW, "--user", "Alice");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .containsSubsequence("supervisor  plans", "Plan: 3 steps side by side, ", "1. metrics")
                .containsPattern("supervisor  sums up \\d+ findings; the report shows each agent's weightiest")
                .contains("1. metrics", "2. logs", "3. kubernetes")
                .containsPattern("metrics +started")
                .containsPattern("get_error_rates \\d+ ms")
                .containsPattern("kubernetes +done: \\d+ findings")
                .contains("# Investigation report", "**Severity:** High")
                .contains("No trace: telemetry is off");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString())
                        .startsWith("API_response_times_have_degraded_3x_in_the_last_hour_user_id_Alice_");
                assertThat(out.toString()).contains(Files.readString(file));
            });
        }
    }

    @Test
    void asJsonThereIsOneDocumentAndProgressGoesElsewhere() throws IOException {
        assertThat(investigate("--prompt", SLOW, "--user", "Alice", "--json")).isZero();

        JsonNode document = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(out.toString());
        assertThat(document.path("investigation_id").asText()).startsWith("investigation_");
        assertThat(document.at("/failed").asBoolean(true)).isFalse();
        assertThat(document.at("/plan/steps/0/agent").asText()).isEqualTo("metrics");
        assertThat(document.at("/summary/severity").asText()).isEqualTo("High");
        assertThat(document.at("/agents/2/agent").asText()).isEqualTo("kubernetes");
        assertThat(document.at("/agents/0/findings/0/tool").asText()).startsWith("get_");
        assertThat(Path.of(document.path("report_file").asText()))
                .hasContent(document.path("report").asText());
        assertThat(err.toString()).contains("Plan: 3 steps", "supervisor  sums up");
    }

    @Test
    void asJsonAFailureIsADocumentToo() throws IOException {
        gateway.close();

        assertThat(investigate("--prompt", SLOW, "--user", "Alice", "--json")).isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.path("failed").asBoolean()).isTrue();
        assertThat(document.path("error").asText()).contains("no agent got an answer");
        assertThat(document.at("/agents/0/error_type").asText()).isEqualTo("connection_refused");
        assertThat(document.path("report").isMissingNode()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoeverAsksWithAPromptApprovesThePlan() {
        assertThat(investigate("--prompt", SLOW + ", restart the database pod", "--user", "Alice"))
                .isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        " steps side by side, complex, needs approval", "Approved by asking with --prompt.", "started");
    }

    @Test
    void theUserMayComeFromTheEnvironmentAndTheReportNeedNotBeSaved() {
        environment.put("USER_ID", "Carol");

        assertThat(investigate("--prompt", SLOW, "--no-save")).isZero();
        assertThat(out.toString()).contains("User Carol", "Escalate now", "carol.director@company.com");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneBackendDownIsAGapInTheReport() {
        backends.get(ToolDomain.LOGS).close();

        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isZero();
        assertThat(out.toString())
                .containsPattern("logs +search_logs failed: connection_refused, attempt 2 of 3 in \\d+ ms")
                .containsPattern("logs +search_logs failed: connection_refused, attempt 3 of 3 in \\d+ ms")
                .contains("## Gaps", "Application Logs Agent: Tool search_logs", "the connection was refused")
                .contains("### Performance Metrics Agent");
    }

    @Test
    void allBackendsDownIsOneLineAndNoReport() {
        backends.values().forEach(BackendServer::close);

        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isEqualTo(1);
        assertThat(complaint()).contains("no agent got an answer", "connection was refused");
        assertThat(out.toString())
                .contains("supervisor  has nothing to sum up")
                .doesNotContain("# Investigation report");
    }

    @Test
    void aGatewayThatIsAwayIsSaidInThePlanAndEndsInOneLine() {
        URI address = gateway.uri();
        gateway.close();

        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isEqualTo(1);
        String sentence = "the gateway " + address + " can't be reached: the connection was refused.";
        assertThat(out.toString())
                .containsSubsequence("Plan: 3 steps", "No tools: " + sentence, "metrics     started")
                .doesNotContain("# Investigation report", "\tat ");
        assertThat(complaint()).contains("no agent got an answer: Tool ", sentence);
    }

    @Test
    void aTokenThatTheGatewayRefusesIsSaidInThePlan() {
        environment.put("GATEWAY_ACCESS_TOKEN", "wrong");

        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isEqualTo(1);
        assertThat(out.toString())
                .containsSubsequence(
                        "Plan: 3 steps",
                        "No tools: the gateway " + gateway.uri() + " refused the access token (status 401).")
                .doesNotContain("wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void anEmptyPromptIsRefused(String prompt) {
        assertThat(investigate("--prompt", prompt, "--user", "Alice")).isEqualTo(2);
        assertThat(complaint()).contains("--prompt needs a question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a b", "jane@company.com", ""})
    void aUserNameThatIsNoneIsRefusedWithTheRule(String user) {
        assertThat(investigate("--prompt", SLOW, "--user", user)).isEqualTo(2);
        assertThat(complaint()).contains("--user (or USER_ID) takes a letter or digit", "not '" + user + "'");
    }

    @Test
    void whoeverGivesNoNameIsTheDefaultUserOfWhomNothingIsKnown() {
        assertThat(investigate("--prompt", SLOW)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("User default-sre-user", "recalls 0 preferences", "**Severity:** High")
                .contains("No escalation: no threshold is known for default-sre-user.")
                .doesNotContain("alice.manager", "carol.director", "## Updates");
    }

    @ParameterizedTest
    @CsvSource({"--think-time, forever", "--session, a/b", "--nonsense, x"})
    void anUnusableOptionIsOneLine(String option, String value) {
        assertThat(investigate("--prompt", SLOW, "--user", "Alice", option, value))
                .isEqualTo(2);
        assertThat(complaint()).contains(option);
    }

    @Test
    void aMissingTokenIsOneLine() {
        environment.remove("GATEWAY_ACCESS_TOKEN");

        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isEqualTo(3);
        assertThat(complaint()).contains("GATEWAY_ACCESS_TOKEN");
    }

    @Test
    void aCheckOfGoodInputPrintsNothingAndNeedsNoServer() {
        backends.values().forEach(BackendServer::close);
        environment.put("SRE_OBSERVABILITY_MODE", "local");
        environment.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", "http://127.0.0.1:1");

        assertThat(investigate("--check", "--prompt", SLOW, "--user", "Alice")).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--user, a/b, SRE_OBSERVABILITY_MODE, none, 2, --user",
        "--session, a/b, SRE_OBSERVABILITY_MODE, none, 2, --session",
        "--session, s, SRE_OBSERVABILITY_MODE, moon, 3, SRE_OBSERVABILITY_MODE",
        "--session, s, GATEWAY_ACCESS_TOKEN, '', 3, GATEWAY_ACCESS_TOKEN",
        "--session, s, SRE_AGENT_GATEWAY_URL, nowhere, 3, SRE_AGENT_GATEWAY_URL"
    })
    void aCheckFindsBadInput(String option, String value, String key, String setting, int code, String complaint) {
        environment.put("USER_ID", "Alice");
        environment.put(key, setting);

        assertThat(investigate("--check", "--prompt", SLOW, option, value)).isEqualTo(code);
        assertThat(complaint()).contains(complaint);
    }

    @Test
    void aStandInThatIsAwayIsFoundOutBeforeTheRun() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        environment.put("SRE_OBSERVABILITY_MODE", "local");
        environment.put("SRE_OBSERVABILITY_LOCAL_ENDPOINT", "http://127.0.0.1:" + free);

        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isEqualTo(3);
        assertThat(complaint()).contains("no stand-in answers at http://127.0.0.1:" + free);
        assertThat(out.toString()).doesNotContain("Plan");
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneLineAfterTheReport() throws IOException {
        assertThat(investigateInto(Files.writeString(folder.resolve("taken"), "")))
                .isEqualTo(3);
        assertThat(complaint()).contains("--output-dir");
        assertThat(out.toString()).contains("# Investigation report");
    }

    @Test
    void asJsonAFolderThatCannotBeWrittenCostsTheFileAlone() throws IOException {
        assertThat(investigateInto(Files.writeString(folder.resolve("taken"), ""), "--json"))
                .isEqualTo(3);
        assertThat(err.toString().lines())
                .last()
                .asString()
                .startsWith("sre-agent: ")
                .contains("--output-dir");
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.path("report").asText()).startsWith("# Investigation report");
        assertThat(document.has("report_file")).isTrue();
        assertThat(document.path("report_file").isNull()).isTrue();
    }

    @Test
    void aSecondInvestigationRemembersTheFirstAndAnotherUsersDoesNot() {
        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isZero();
        assertThat(out.toString())
                .contains("recalls 4 preferences, 0 facts, 0 similar investigations")
                .doesNotContain("## Earlier investigations");
        out.getBuffer().setLength(0);

        assertThat(investigate("--prompt", SLOW, "--user", "Alice", "--session", "later"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("recalls 4 preferences, [1-9]\\d* facts, 1 similar investigations")
                .containsPattern("## Earlier investigations\\R\\R- .* UTC, \"" + SLOW
                        + "\": severity High; .* \\(ongoing\\) \\[memory]");
        out.getBuffer().setLength(0);

        assertThat(investigate("--prompt", SLOW, "--user", "Carol")).isZero();
        assertThat(out.toString()).contains("recalls 4 preferences, 0 facts, 0 similar investigations");
    }

    @Test
    void whatWasInvestigatedBeforeIsAnsweredFromMemoryWithoutAnyTool() {
        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isZero();
        backends.values().forEach(BackendServer::close);
        gateway.close();
        out.getBuffer().setLength(0);

        assertThat(investigate("--prompt", "Have I investigated API response times before?", "--user", "Alice"))
                .isZero();
        assertThat(out.toString())
                .contains("supervisor  answers from memory", "**Answer:** Yes", SLOW + ": severity High")
                .doesNotContain("No tools", "## Key findings", "nothing to sum up");
    }

    @Test
    void aWishInThePromptCountsAtOnceAndLater() {
        assertThat(investigate("--prompt", SLOW + ", escalate to jane.doe@ops.company.com.", "--user", "Alice"))
                .isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "supervisor  noted: contact = jane.doe@ops.company.com\n",
                        "- **Noted:** contact = jane.doe@ops.company.com\n",
                        "tell jane.doe@ops.company.com.");
        out.getBuffer().setLength(0);

        assertThat(investigate("--prompt", SLOW, "--user", "Alice")).isZero();
        assertThat(out.toString())
                .contains("tell jane.doe@ops.company.com.")
                .doesNotContain("alice.manager", "noted", "Noted");
    }

    @Test
    void aDamagedMemoryIsSaidAndTheInvestigationGoesOn() throws IOException {
        Path store = Files.writeString(memory.resolve("memory.db"), "x".repeat(5000));

        assertThat(investigate("--prompt", SLOW + ", page @jane", "--user", "Alice"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("supervisor  goes on without memory. Memory: the memory store " + store + " is damaged")
                .containsSubsequence("# Investigation report", "## Gaps", "- Memory: the memory store " + store)
                .contains("**Severity:** High")
                .doesNotContain("alice.manager", "noted", "Noted");
        assertThat(store).content().isEqualTo("x".repeat(5000));
    }

    @Test
    void aCheckDoesNotTouchMemory() {
        assertThat(investigate("--check", "--prompt", SLOW, "--user", "Alice")).isZero();
        assertThat(memory).isEmptyDirectory();
    }

    @Test
    void theExitCodesAreInTheHelp() {
        CommandLine line = SreAgent.commandLine(environment).setOut(new PrintWriter(out, true));

        assertThat(line.execute("investigate", "--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "a user name that is none", "no access token");
    }

    private int investigate(String... arguments) {
        return run(folder, List.of(arguments));
    }

    private int investigateInto(Path reports, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--prompt", SLOW, "--user", "Alice"));
        arguments.addAll(List.of(more));
        return run(reports, arguments);
    }

    private int run(Path reports, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("investigate", "--output-dir", reports.toString()));
        all.addAll(arguments);
        return SreAgent.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    /** What was complained about: exactly one line. */
    private String complaint() {
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString();
    }
}
