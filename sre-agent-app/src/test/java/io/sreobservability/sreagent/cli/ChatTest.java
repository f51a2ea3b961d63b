package io.sreobservability.sreagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import io.sreobservability.sreagent.gateway.RunningGateway;
import io.sreobservability.sreagent.model.ThinkTime;
import io.sreobservability.sreagent.model.provider.ModelSettings;
import io.sreobservability.sreagent.tool.ToolDomain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sre-agent chat}, as somebody types into it. */
@Timeout(60)
class ChatTest {
    private static final String SLOW = "API response times have degraded 3x in the last hour";
    private static final String CHANGE = SLOW + ", restart the database pod";
    private static RunningSystem system;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        system = new RunningSystem();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void eachLineIsAnInvestigationOfTheSameSession() throws IOException {
        assertThat(chat(
                        "what of the database pods",
                        "/history",
                        "",
                        "what of the database pods",
                        "/savereport",
                        "/history"))
                .isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .containsSubsequence(
                        "User Alice, session here",
                        "recalls 4 preferences, 0 facts, 0 similar",
                        "# Investigation report",
                        "1. what of the database pods (severity ",
                        "# Investigation report",
                        "Report saved as ",
                        "2. what of the database pods (severity ")
                .containsPattern("recalls 4 preferences, [1-9]\\d* facts, 1 similar");
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aQuestionMayLeanOnTheOneBeforeUntilTheHistoryIsCleared() {
        assertThat(chat(SLOW, "and the database?", "/clear", "and the database?"))
                .isZero();
        assertThat(out.toString()).containsOnlyOnce("The query follows up on the one before");
    }

    @Test
    void aPlanThatChangesSomethingWaitsForAYes() {
        assertThat(chat(CHANGE, "", "Yes")).isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "complex, needs approval",
                        "Carry out this plan?",
                        "Carry out this plan?",
                        "Approved by the user.",
                        "started",
                        "# Investigation report");
    }

    @ParameterizedTest
    @CsvSource({"no, Rejected by the user.", ", Rejected: the input ended before anybody approved it."})
    void withoutAYesNobodyIsSent(String answer, String reason) {
        assertThat(answer == null ? chat(CHANGE) : chat(CHANGE, answer, "/history"))
                .isZero();
        assertThat(out.toString())
                .containsSubsequence("Carry out this plan?", reason)
                .doesNotContain("started", "# Investigation report");
        if (answer != null) {
            assertThat(out.toString()).contains("1. " + CHANGE + " (not carried out)");
        }
    }

    @Test
    void aYesOrNoWithoutAPlanIsNoQuestion() {
        assertThat(chat("Yes", "no", "/history")).isZero();
        assertThat(out.toString())
                .containsSubsequence("There is no plan waiting", "There is no plan waiting", "Nothing asked yet.")
                .doesNotContain("supervisor");
    }

    @Test
    void aChangedQuestionIsAskedInstead() {
        assertThat(chat(CHANGE, SLOW)).isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "Carry out this plan?",
                        "the user typed something else instead",
                        "simple, needs no approval",
                        "**Query:** " + SLOW + "\n");
    }

    @Test
    void aCommandInsteadOfAnAnswerIsObeyed() {
        assertThat(chat(CHANGE, "/quit", SLOW)).isZero();
        assertThat(out.toString()).doesNotContain("# Investigation report");
    }

    @Test
    void commandsAreListedAndAWrongOneIsOneLineWithTheNearest() {
        assertThat(chat(
                        "/help",
                        "/agents",
                        "/hist",
                        "/savreport",
                        "/exti",
                        "/savereport",
                        "/history",
                        "/clear",
                        "/exit",
                        SLOW))
                .isZero();
        assertThat(out.toString())
                .contains("/help ", "/agents ", "/history ", "/savereport ", "/clear ", "/exit ", "/quit ")
                .contains("kubernetes   Kubernetes Infrastructure Agent: ")
                .contains(
                        "There is no /hist; did you mean /history?\n",
                        "There is no /savreport; did you mean /savereport?\n",
                        "There is no /exti; did you mean /exit?\n",
                        "There is no report to save yet.",
                        "Nothing asked yet.")
                .doesNotContain("Plan");
    }

    @Test
    void aQuestionThatCannotBeAskedEndsNothing() {
        assertThat(chat("x".repeat(10_001), "/history")).isZero();
        assertThat(out.toString()).contains("a question of 1 to 10000 characters", "Nothing asked yet.");
    }

    @Test
    void aUserNameThatIsNoneIsToldBeforeAnythingIsAsked() {
        assertThat(run(Map.of("USER_ID", "a/b"), new ByteArrayInputStream(new byte[0])))
                .isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("USER_ID", "takes a letter or digit", "not 'a/b'");
    }

    @Test
    void ctrlCEndsTheQuestionAndThePromptComesBack() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        HttpServer hanging = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hanging.createContext("/", exchange -> {
            asked.countDown();
            try (exchange) {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        hanging.start();
        URI address = URI.create("http://127.0.0.1:" + hanging.getAddress().getPort());
        try (RunningGateway gateway = RunningGateway.before(Map.of(ToolDomain.METRICS, address));
                Assembly assembly = Assembly.from(
                        gateway.environment(), folder, ModelSettings.from(Map.of(), null, null), ThinkTime.none())) {
            String typed = SLOW + "\n/history\n/exit\n";
            Chat chat = new Chat(
                    new Asker("Alice", "here"),
                    assembly,
                    OpenTelemetry.noop(),
                    new ReportOptions(),
                    new ConsoleInput(new ByteArrayInputStream(typed.getBytes(UTF_8))),
                    new PrintWriter(out, true),
                    new ConsoleStyle(false));
            CompletableFuture<Void> running = CompletableFuture.runAsync(chat::run);
            asked.await();

            assertThat(chat.cancelTurn()).isTrue();
            running.get();
            assertThat(out.toString())
                    .containsSubsequence("the investigation was interrupted", "> ", "1. " + SLOW + " (broken off)");
            assertThat(chat.cancelTurn()).as("nothing is left to cancel").isFalse();
        } finally {
            released.countDown();
            hanging.stop(0);
        }
    }

    @Test
    void aSignalIsHandled() throws Exception {
        // Not Ctrl-C's: a JVM that was started in the background ignores that, and so would this test.
        String name = "WINCH";
        CountDownLatch handled = new CountDownLatch(1);
        Class<?> signal = Class.forName("sun.misc.Signal");
        try (OnSignal handling = OnSignal.run(name, handled::countDown)) {
            assertThat(handling).isNotNull();
            signal.getMethod("raise", signal)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name));
            handled.await();
        }
    }

    private int chat(String... lines) {
        String typed = String.join("\n", lines) + "\n";
        return run(with(system.environment()), new ByteArrayInputStream(typed.getBytes(UTF_8)));
    }

    private static Map<String, String> with(Map<String, String> gateway) {
        Map<String, String> environment = new HashMap<>(gateway);
        environment.put("USER_ID", "Alice");
        return environment;
    }

    private int run(Map<String, String> environment, InputStream in) {
        Map<String, String> all = new HashMap<>(system.environment());
        all.putAll(environment);
        List<String> arguments = new ArrayList<>(List.of("chat", "--session", "here"));
        arguments.addAll(List.of("--memory-dir", folder.resolve("memory").toString()));
        arguments.addAll(List.of("--output-dir", folder.resolve("reports").toString()));
        return SreAgent.commandLine(all, in)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
